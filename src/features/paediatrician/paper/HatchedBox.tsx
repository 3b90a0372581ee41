import styles from './paper.module.css';

/** Between two of the slanted lines. */
const STEP = 4;

/** A hatched box: what is not quite known. Lines of its own, for a pattern would be printed as a picture. */
export function HatchedBox({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  const lines = Array.from({ length: Math.ceil((width + height) / STEP) - 1 }, (_, index) => {
    // Each runs where the way across and the way down add up to this.
    const sum = (index + 1) * STEP;
    const [left, right] = [Math.max(0, sum - height), Math.min(width, sum)];
    return `M${x + left} ${y + sum - left}L${x + right} ${y + sum - right}`;
  });
  return (
    <>
      <rect className={styles.hatchGround} x={x} y={y} width={width} height={height} />
      <path className={styles.line} d={lines.join('')} />
    </>
  );
}
