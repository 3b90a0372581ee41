import type { ReactNode } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import { DAY_MINUTES } from '@/metrics/paediatrician/wallSpan';
import { type Bracket, bracketsOf } from './brackets';
import styles from './paper.module.css';
import { NightHours, Unlogged, Wakings } from './SleepRowMarks';
import { usePaperText } from './usePaperText';

/** The width of the page's text (186 mm) in CSS pixels. */
const WIDTH = 703;
const DAY_LABEL_WIDTH = 98;
/** The margin on the right: half a label of the axis, or the brackets of the illnesses. */
const RIGHT_MARGIN = 20;
const ILLNESS_WIDTH = 92;
const LANE_WIDTH = 7;

const AXIS_HEIGHT = 18;
/** The height shared by all rows, and the maximum height of one row. */
const ROWS_HEIGHT = 616;
const ROW_MAX = 44;

const HOURS_PER_LABEL = 2;

/**
 * The 24-hour sleep chart: one row per night, from noon to noon in wall time. It is hidden from
 * screen readers, because the table on page two says the same in text.
 */
export function SleepChart({ report: { nights, rows, episodes } }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatHour } = usePaperText();
  const brackets = bracketsOf(
    episodes,
    nights.map(({ night }) => night),
  );
  const laneCount = Math.max(0, ...brackets.map(({ lane }) => lane + 1));
  const rightMargin = brackets.length === 0 ? RIGHT_MARGIN : Math.max(RIGHT_MARGIN, ILLNESS_WIDTH);
  const width = WIDTH - DAY_LABEL_WIDTH - rightMargin;
  const rowHeight = Math.min(ROW_MAX, Math.floor(ROWS_HEIGHT / rows.length));
  const height = rowHeight * rows.length;
  const xOfMinute = (minute: number) => DAY_LABEL_WIDTH + (minute / DAY_MINUTES) * width;
  const hours = Array.from({ length: 25 }, (_, index) => index);
  const renderEachRow = (draw: (row: SleepRow) => ReactNode) =>
    rows.map((row, index) => (
      <g key={row.night} transform={`translate(0 ${index * rowHeight})`}>
        {draw(row)}
      </g>
    ));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${AXIS_HEIGHT + height + 1}`} aria-hidden="true">
      {hours
        .filter((index) => index % HOURS_PER_LABEL === 0)
        .map((index) => (
          <text key={index} x={xOfMinute(index * 60)} y={AXIS_HEIGHT - 6} textAnchor="middle">
            {formatHour(12 + index)}
          </text>
        ))}
      <g transform={`translate(0 ${AXIS_HEIGHT})`}>
        {renderEachRow((row) => (
          <>
            <text x="0" y={rowHeight / 2} dominantBaseline="central">
              {format.day(row.night)}
              {row.clockChange && '*'}
            </text>
            <NightHours row={row} height={rowHeight} xOfMinute={xOfMinute} />
          </>
        ))}
        {hours.map((index) => (
          <line
            key={index}
            className={styles.hour}
            data-strong={index % 12 === 0}
            x1={xOfMinute(index * 60)}
            x2={xOfMinute(index * 60)}
            y1={index % HOURS_PER_LABEL === 0 ? -3 : 0}
            y2={height}
          />
        ))}
        {renderEachRow((row) => (
          <>
            {!row.observed && (
              <Unlogged row={row} height={rowHeight} xOfMinute={xOfMinute} label={t('paediatrician.notLogged')} />
            )}
            <Wakings row={row} height={rowHeight} xOfMinute={xOfMinute} />
          </>
        ))}
        {brackets.map((bracket) => (
          <IllnessBracket
            key={bracket.episode.id}
            bracket={bracket}
            x={WIDTH - rightMargin + 10}
            laneCount={laneCount}
            rowHeight={rowHeight}
            name={t(`paediatrician.kind.${bracket.episode.kind}`)}
          />
        ))}
      </g>
    </svg>
  );
}

interface IllnessBracketProps {
  bracket: Bracket;
  x: number;
  laneCount: number;
  rowHeight: number;
  name: string;
}

/** A bracket beside the nights of an illness, with its name. */
function IllnessBracket({
  bracket: { first, last, lane, labelLine },
  x,
  laneCount,
  rowHeight,
  name,
}: IllnessBracketProps) {
  const laneX = x + lane * LANE_WIDTH;
  return (
    <>
      <path
        className={styles.bracket}
        d={`M${laneX - 3} ${first * rowHeight + 3}h3V${(last + 1) * rowHeight - 3}h-3`}
      />
      {labelLine !== null && (
        <text x={x + laneCount * LANE_WIDTH} y={(labelLine + 0.5) * rowHeight} dominantBaseline="central">
          {name}
        </text>
      )}
    </>
  );
}
