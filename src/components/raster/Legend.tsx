import { useId } from 'react';
import { Avatar } from '@/components/Avatar';
import type { RasterNight } from '@/domain/rasterNight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { initialOf } from '@/lib/initialOf';
import { FillPatterns, fillPatternId } from './FillPatterns';
import { laneBoxes } from './layoutRows';
import { UnattributedMark } from './NightMarks';
import styles from './raster.module.css';
import type { IllnessBand, Lane, RasterPerson } from './types';

interface LegendProps {
  nights: readonly RasterNight[];
  lanes: readonly Lane[];
  people: readonly RasterPerson[];
  bands: readonly IllnessBand[];
}

/** Up to this many illnesses are named. If there are more, the legend has one item, "illness". */
const MAX_NAMED_BANDS = 3;

const [WIDTH, HEIGHT] = [28, 16];

/** Explains the marks of a raster. It lists only the marks that occur. */
export function Legend({ nights, lanes, people, bands }: LegendProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const id = useId();
  const hasUnattributed = nights.some(({ pieces }) => pieces.some(({ caregiverIds }) => caregiverIds.length === 0));
  const hasFalseAlarm = nights.some(({ falseAlarms }) => falseAlarms.length > 0);
  const hasGap = nights.some(({ observed, window }) => !observed && window !== null);
  const bandItems =
    bands.length <= MAX_NAMED_BANDS
      ? bands.map(({ id: bandId, from, to, label }) => ({
          key: bandId,
          text: t('nights.raster.illnessFrom', { label, from: format.day(from), to: format.day(to) }),
        }))
      : [{ key: 'all', text: t('nights.raster.illness') }];
  return (
    <>
      <FillPatterns id={id} people={people} tileSize={6} />
      <ul className={styles.legend}>
        {people.map(({ id: personId, name, color, index }) => (
          <li key={personId}>
            <Avatar name={name} color={color} />
            <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
              <rect width={WIDTH} height={HEIGHT} rx="3" fill={`url(#${fillPatternId(id, index)})`} />
            </svg>
            {name}
          </li>
        ))}
        {hasUnattributed && (
          <li>
            <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
              <UnattributedMark x="1" width={String(WIDTH - 2)} y={0} height={HEIGHT} />
            </svg>
            {t('nights.raster.nobody')}
          </li>
        )}
        {lanes.length > 1 &&
          lanes.map(({ id: childId, name }, index) => (
            <li key={childId}>
              <LaneIcon index={index} count={lanes.length} />
              {t('nights.raster.lane', { initial: initialOf(name), child: name })}
            </li>
          ))}
        {hasFalseAlarm && (
          <li>
            <svg width="10" height={HEIGHT} aria-hidden="true">
              <line className={styles.tick} x1="5" x2="5" y1="3" y2="13" />
            </svg>
            {t('nights.raster.falseAlarm')}
          </li>
        )}
        {hasGap && (
          <li>
            <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
              <line className={styles.gap} x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
            </svg>
            {t('nights.notLogged')}
          </li>
        )}
        {bandItems.map(({ key, text }) => (
          <li key={key}>
            <svg width="16" height={HEIGHT} aria-hidden="true">
              <rect className={styles.band} width="16" height={HEIGHT} />
              <rect className={styles.bandEdge} width="3" height={HEIGHT} />
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** An icon of all lanes of a night, one of which is filled. */
function LaneIcon({ index, count }: { index: number; count: number }) {
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      {laneBoxes(HEIGHT, count).map(({ y, height }, laneIndex) => (
        <rect
          key={y}
          className={laneIndex === index ? styles.laneOn : styles.laneOff}
          width={WIDTH}
          y={y}
          height={height}
          rx="2"
        />
      ))}
    </svg>
  );
}
