import { type Bitmap2D, correction, generate } from 'lean-qr';
import { useMemo } from 'react';
import styles from './QrCode.module.css';

/** The white margin that the standard asks for, in modules. */
const QUIET_ZONE = 4;

interface QrCodeProps {
  /** What the code says: an address, up to about 2,300 characters. */
  text: string;
  /** The name of the picture for those who do not see it. */
  label: string;
}

/**
 * Draws a QR code. It is black on white in every theme, because many cameras do not read another
 * one. The library weighs 4 kB, so this module is loaded when a code is shown.
 */
export default function QrCode({ text, label }: QrCodeProps) {
  // A screen is photographed at an angle and with reflections: up to 15 % of the code may be lost.
  const bitmap = useMemo(() => generate(text, { minCorrectionLevel: correction.M }), [text]);
  const side = bitmap.size + 2 * QUIET_ZONE;
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(bitmap)} fill="#000" />
    </svg>
  );
}

/** Returns a path over the dark modules, with a rectangle for each run of them in a row. */
function pathOf(bitmap: Bitmap2D): string {
  let path = '';
  for (let y = 0; y < bitmap.size; y++) {
    for (let x = 0; x < bitmap.size; x++) {
      const start = x;
      while (bitmap.get(x, y)) x++;
      if (x > start) path += `M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
