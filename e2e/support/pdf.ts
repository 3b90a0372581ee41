/** The pages of a PDF, in millimetres. Chromium writes each as an object in plain text; only what is drawn on them is packed. */
export function pdfPageSizes(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type\s*\/Page\b[\s\S]*?\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
    return { width: millimetres(right - left), height: millimetres(top - bottom) };
  });
}

/** Of points, 72 an inch; to a tenth, as paper is cut. */
const millimetres = (points: number): number => Math.round((points / 72) * 254) / 10;
