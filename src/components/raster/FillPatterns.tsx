import styles from './raster.module.css';
import type { RasterPerson } from './types';

interface FillPatternsProps {
  id: string;
  people: readonly RasterPerson[];
  /** The side of a tile in pixels: smaller where the rows are lower. */
  tileSize: number;
}

/** A colour and a pattern for each person: told apart also by who sees no colours, and at night, when there are none. */
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

export const fillPatternId = (id: string, place: number): string => `${id}-${place}`;

const tint = <rect width="6" height="6" stroke="none" opacity="0.3" />;

/** Drawn six by six. All but the first lie on a tint of themselves, so that also a short wake-up is seen. */
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
