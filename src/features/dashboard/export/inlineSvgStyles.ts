/** What styles may say of a shape or a text in a drawing. Its place and size are attributes. */
const PROPERTIES = [
  'clip-path',
  'color',
  'display',
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-variant-numeric',
  'font-weight',
  'letter-spacing',
  'mask',
  'opacity',
  'paint-order',
  'stop-color',
  'stop-opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'vector-effect',
  'visibility',
] as const;

/**
 * Writes into every part of every SVG below `root` how it looks: what classes, themes and variables say is not known where a picture is made
 * of it, and html-to-image does that for HTML alone.
 */
export function inlineSvgStyles(root: Element): void {
  const parts = [...root.querySelectorAll<SVGElement>('svg *')].filter((part) => part.style);
  // All is read before anything is written, or each writing would have the page styled anew.
  const styles = parts.map((part) => {
    const style = getComputedStyle(part);
    return PROPERTIES.map((property) => [property, style.getPropertyValue(property)] as const);
  });
  for (const [index, part] of parts.entries())
    for (const [property, value] of styles[index] ?? []) if (value) part.style.setProperty(property, value);
}
