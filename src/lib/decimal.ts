/**
 * Parses a number as people type it, with a point or a comma and up to six digits on each side.
 * Returns null for any other text.
 *
 * @example '38,9' → 38.9
 */
export function parseDecimal(text: string): number | null {
  const typed = text.trim();
  return /^\d{1,6}(?:[.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : null;
}
