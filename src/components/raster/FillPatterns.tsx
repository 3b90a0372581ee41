import styles from './raster.module.css';
import type { RasterPerson } from './types';

interface FillPatternsProps {
  id: string;
  people: readonly RasterPerson[];
  /** The side of a tile, in pixels. Lower rows have smaller tiles. */
  tileSize: number;
}

/**
 * Defines a colour and a pattern for each person. The patterns tell people apart for readers who
 * see no colours, and at night, when the screen has no colours.
 */
export function FillPatterns({ id, people, tileSize }: FillPatternsProps) {
  return (
    <svg className={styles.defs} width="0" height="0" aria-hidden="true">
      <defs>
        {people.map(({ id: personId, color, index }) => (
          <pattern
            key={personId}
            id={fillPatternId(id, index)}
            width={tileSize}
            height={tileSize}
            patternUnits="userSpaceOnUse"
            viewBox="0 0 6 6"
          >
            <g fill={`var(--c-${color})`} stroke={`var(--c-${color})`}>
              {FILL_SHAPES[index % FILL_SHAPES.length]}
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** Returns the id of a person's pattern in one drawing. */
export const fillPatternId = (id: string, personIndex: number): string => `${id}-${personIndex}`;

const tint = <rect width="6" height="6" stroke="none" opacity="0.3" />;

/**
 * Each pattern is drawn on a tile of 6 × 6. All except the first lie on a pale tint of their
 * colour, so that a short wake-up is visible, too.
 */
const FILL_SHAPES = [
  <rect key="solid" width="6" height="6" stroke="none" />,
  <g key="diagonal">
    {tint}
    <path d="M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5" strokeWidth="2" />
  </g>,
  <g key="dots" stroke="none">
    {tint}
    <circle cx="3" cy="3" r="1.7" />
  </g>,
  <g key="lines" stroke="none">
    {tint}
    <rect y="1.5" width="6" height="2.5" />
  </g>,
];
