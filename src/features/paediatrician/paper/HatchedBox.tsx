import styles from './paper.module.css';

/** The distance between two hatch lines, in pixels. */
const LINE_DISTANCE = 4;

/**
 * A hatched box marks something uncertain. The hatch is drawn as lines, because a browser prints an
 * SVG pattern as a bitmap.
 */
export function HatchedBox({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const lines = Array.from({ length: Math.ceil((width + height) / LINE_DISTANCE) - 1 }, (_, index) => {
    // On each hatch line, x + y (from the corner of the box) is the constant `sum`.
    const sum = (index + 1) * LINE_DISTANCE;
    const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)];
    return `M${x + left} ${y + sum - left}L${x + right} ${y + sum - right}`;
  });
  return (
    <>
      <rect className={styles.hatchBackground} x={x} y={y} width={width} height={height} />
      <path className={styles.line} d={lines.join('')} />
    </>
  );
}
