/** A number as people type it, with a point or a comma: `38,9`. Null if it is none. */
export function parseDecimal(text: string): number | null {
  const typed = text.trim();
  return /^\d{1,6}(?:[.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
}
