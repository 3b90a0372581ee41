import type { ReactNode } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Report } from '@/metrics/paediatrician/computeReport';
import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import { DAY_MINUTES } from '@/metrics/paediatrician/wallPlace';
import { type Bracket, bracketsOf } from './brackets';
import styles from './paper.module.css';
import { NightHours, Unlogged, Wakings } from './Row';
import { usePaperWords } from './usePaperWords';

/** The width of a page's text, in pixels: 186 mm. */
const WIDTH = 703;
const DAYS_WIDTH = 98;
/** Right of the picture: for half a label of an hour, or for the illnesses. */
const EDGE = 20;
const ILLNESS_WIDTH = 92;
const LANE = 7;

const AXIS = 18;
/** What the lines share, and how high one is at most. */
const ROWS_HEIGHT = 616;
const ROW_MAX = 44;

const HOURS_A_LABEL = 2;

/** The 24-hour sleep chart: a line a night, from noon to noon by the clock on the wall. The table on the next page says the same. */
export function SleepChart({ report: { nights, rows, episodes } }: { report: Report }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { hour: hourName } = usePaperWords();
  const brackets = bracketsOf(
    episodes,
    nights.map(({ night }) => night),
  );
  const lanes = Math.max(0, ...brackets.map(({ lane }) => lane + 1));
  const right = brackets.length === 0 ? EDGE : Math.max(EDGE, ILLNESS_WIDTH);
  const width = WIDTH - DAYS_WIDTH - right;
  const rowHeight = Math.min(ROW_MAX, Math.floor(ROWS_HEIGHT / rows.length));
  const height = rowHeight * rows.length;
  const along = (minute: number) => DAYS_WIDTH + (minute / DAY_MINUTES) * width;
  const hours = Array.from({ length: 25 }, (_, index) => index);
  const eachRow = (draw: (row: SleepRow) => ReactNode) =>
    rows.map((row, index) => (
      <g key={row.night} transform={`translate(0 ${index * rowHeight})`}>
        {draw(row)}
      </g>
    ));
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${AXIS + height + 1}`} aria-hidden="true">
      {hours
        .filter((index) => index % HOURS_A_LABEL === 0)
        .map((index) => (
          <text key={index} x={along(index * 60)} y={AXIS - 6} textAnchor="middle">
            {hourName(12 + index)}
          </text>
        ))}
      <g transform={`translate(0 ${AXIS})`}>
        {eachRow((row) => (
          <>
            <text x="0" y={rowHeight / 2} dominantBaseline="central">
              {format.day(row.night)}
              {row.clockChange && '*'}
            </text>
            <NightHours row={row} height={rowHeight} along={along} />
          </>
        ))}
        {hours.map((index) => (
          <line
            key={index}
            className={styles.hour}
            data-strong={index % 12 === 0}
            x1={along(index * 60)}
            x2={along(index * 60)}
            y1={index % HOURS_A_LABEL === 0 ? -3 : 0}
            y2={height}
          />
        ))}
        {eachRow((row) => (
          <>
            {!row.observed && (
              <Unlogged row={row} height={rowHeight} along={along} says={t('paediatrician.notLogged')} />
            )}
            <Wakings row={row} height={rowHeight} along={along} />
          </>
        ))}
        {brackets.map((bracket) => (
          <Illness
            key={bracket.episode.id}
            bracket={bracket}
            x={WIDTH - right + 10}
            lanes={lanes}
            rowHeight={rowHeight}
            name={t(`paediatrician.kind.${bracket.episode.kind}`)}
          />
        ))}
      </g>
    </svg>
  );
}

interface IllnessProps {
  bracket: Bracket;
  x: number;
  lanes: number;
  rowHeight: number;
  name: string;
}

/** A line along the nights of an illness, with its name. */
function Illness({ bracket: { first, last, lane, named }, x, lanes, rowHeight, name }: IllnessProps) {
  const at = x + lane * LANE;
  return (
    <>
      <path className={styles.bracket} d={`M${at - 3} ${first * rowHeight + 3}h3V${(last + 1) * rowHeight - 3}h-3`} />
      {named !== null && (
        <text x={x + lanes * LANE} y={(named + 0.5) * rowHeight} dominantBaseline="central">
          {name}
        </text>
      )}
    </>
  );
}
