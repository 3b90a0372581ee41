/**
 * Returns the first character of a name in upper case, or "?" if the name is empty. A character is
 * what people see as one, for example an emoji of several code points.
 */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter().segment(name.trim());
  return first?.segment.toLocaleUpperCase() ?? '?';
}
