import { type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { HourLines } from './Axis';
import { ClockChange } from './ClockChange';
import { type Density, layoutRows, nearestRow } from './layoutRows';
import { PiecePaths, TrackPaths } from './RasterPathLayers';
import styles from './raster.module.css';
import { rasterPathsOf } from './rasterPaths';
import type { RowsProps } from './rows';
import { useDayLabelText } from './useDayLabelText';

interface DenseRowsProps extends RowsProps {
  density: Density;
  /** The width of the plot, in pixels. */
  width: number;
}

/**
 * Draws many nights. The rows are too low to be tapped one by one, so a touch selects the nearest
 * night, and the arrow keys move from night to night.
 */
export function DenseRows({
  nights,
  drawing,
  ticks,
  bands,
  clockShifts,
  formatNight,
  label,
  density,
  width,
}: DenseRowsProps) {
  const { t } = useTranslation();
  const id = useId();
  const formatDayLabel = useDayLabelText();
  const [, navigate] = useLocation();
  const [activeIndex, setActiveIndex] = useState<number | null>(null);
  const { rows, height } = useMemo(
    () =>
      layoutRows(
        nights.map(({ night }) => night),
        density,
      ),
    [nights, density],
  );
  // A year of nights is drawn once, and not each time the finger moves.
  const shapes = useMemo(
    () => rasterPathsOf(nights, rows, drawing, density.rowHeight, width),
    [nights, rows, drawing, density, width],
  );
  const rowTexts = useMemo(() => nights.map(({ night }) => formatNight(night)), [nights, formatNight]);
  const activeRow = activeIndex === null ? undefined : rows[activeIndex];
  const openNight = (index: number) => {
    const row = rows[index];
    if (row) navigate(`/nights/${row.night}`);
  };
  const rowIndexAt = ({ currentTarget, clientY }: { currentTarget: Element; clientY: number }) =>
    nearestRow(rows, density, clientY - currentTarget.getBoundingClientRect().top);
  const onKeyDown = (event: KeyboardEvent) => {
    const targetIndex = keyTargets(activeIndex ?? rows.length, rows.length)[event.key];
    if (targetIndex !== undefined) setActiveIndex(targetIndex);
    else if (activeIndex !== null && (event.key === 'Enter' || event.key === ' ')) openNight(activeIndex);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div
        className={styles.rows}
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={activeRow && optionId(id, activeRow.night)}
        onClick={(event) => openNight(rowIndexAt(event))}
        onKeyDown={onKeyDown}
        onPointerMove={(event: PointerEvent) => setActiveIndex(rowIndexAt(event))}
        onPointerLeave={() => setActiveIndex(null)}
        onFocus={() => setActiveIndex((index) => index ?? rows.length - 1)}
        onBlur={() => setActiveIndex(null)}
      >
        <div className={styles.days} aria-hidden="true">
          {rows
            .filter(({ hasLabel }) => hasLabel)
            .map(({ night, y }) => (
              <span key={night} style={{ top: y + density.rowHeight / 2 }}>
                {formatDayLabel(night, density.labels)}
              </span>
            ))}
        </div>
        <svg className={styles.plot} height={height} role="presentation">
          <TrackPaths shapes={shapes} rowHeight={density.rowHeight} width={width} height={height} />
          {bands.map(({ id: bandId, from, to, edgeX }) => {
            const bandRows = rows.filter(({ night }) => from <= night && night <= to);
            const [firstRow, lastRow] = [bandRows[0], bandRows.at(-1)];
            if (!firstRow || !lastRow) return null;
            const box = { y: firstRow.y, height: lastRow.y + density.rowHeight - firstRow.y };
            return (
              <g key={bandId}>
                <rect className={styles.band} width="100%" {...box} />
                <rect className={styles.bandEdge} x={edgeX} width="3" {...box} />
              </g>
            );
          })}
          <HourLines ticks={ticks} scale={drawing.scale} height={height} />
          <PiecePaths shapes={shapes} drawingId={drawing.id} width={width} height={height} />
          {rows.map(({ night, y }, index) => (
            <rect
              key={night}
              id={optionId(id, night)}
              className={styles.option}
              role="option"
              tabIndex={-1}
              aria-selected={index === activeIndex}
              aria-label={rowTexts[index]}
              width="100%"
              y={y}
              height={density.rowHeight}
            />
          ))}
        </svg>
        <div className={styles.clockShifts}>
          {rows.map(({ night, y }) => {
            const shiftMs = clockShifts.get(night);
            if (shiftMs === undefined) return null;
            return (
              <span key={night} style={{ top: y + density.rowHeight / 2 }}>
                <ClockChange shiftMs={shiftMs} />
              </span>
            );
          })}
        </div>
      </div>
      <p className={styles.readout} aria-hidden="true" data-no-picture>
        {activeIndex !== null && activeRow ? rowTexts[activeIndex] : t('nights.raster.hint')}
      </p>
    </>
  );
}

const optionId = (id: string, night: Day): string => `${id}-${night}`;

/**
 * Returns the index of the row to which each key moves the selection.
 * @param index the selected row, or `count` if none is selected, so that the last one comes next
 */
const keyTargets = (index: number, count: number): Record<string, number | undefined> => ({
  ArrowUp: Math.max(0, index - 1),
  ArrowDown: Math.min(count - 1, index + 1),
  Home: 0,
  End: count - 1,
});
