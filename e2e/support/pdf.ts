/**
 * Returns the sizes of the pages of a PDF, in millimetres. Chromium writes each page as an object
 * in plain text and compresses only its content.
 */
export function pdfPageSizes(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type\s*\/Page\b[\s\S]*?\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
    return { width: millimetres(right - left), height: millimetres(top - bottom) };
  });
}

/** Converts points (72 per inch) to millimetres, rounded to a tenth. */
const millimetres = (points: number): number => Math.round((points / 72) * 254) / 10;
