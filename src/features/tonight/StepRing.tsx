import styles from './Runbook.module.css';

interface StepRingProps {
  /** What is left of the whole time, 0 to 1. */
  fractionLeft: number;
  /** The text inside the ring. */
  text: string;
}

const RADIUS = 27;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;

/** Draws a ring that empties as time passes. The text beside the ring says the same in words. */
export function StepRing({ fractionLeft, text }: StepRingProps) {
  return (
    <svg className={styles.ring} viewBox="0 0 64 64" aria-hidden="true">
      <circle className={styles.track} cx="32" cy="32" r={RADIUS} />
      <circle
        className={styles.left}
        cx="32"
        cy="32"
        r={RADIUS}
        strokeDasharray={CIRCUMFERENCE}
        strokeDashoffset={CIRCUMFERENCE * (1 - fractionLeft)}
        transform="rotate(-90 32 32)"
      />
      <text x="32" y="32">
        {text}
      </text>
    </svg>
  );
}
