/**
 * The CSS properties that define the look of a shape or a text in an SVG. Position and size are
 * attributes.
 */
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
 * Copies the computed style of every part of every SVG below `root` into the part itself. Classes,
 * themes and variables do not exist where the picture is made, and html-to-image copies styles for
 * HTML only.
 */
export function inlineSvgStyles(root: Element): void {
  const parts = [...root.querySelectorAll<SVGElement>('svg *')].filter((part) => part.style);
  // All styles are read before the first one is written. Otherwise each write would make the
  // browser compute the styles of the whole page again.
  const styles = parts.map((part) => {
    const style = getComputedStyle(part);
    return PROPERTIES.map((property) => [property, style.getPropertyValue(property)] as const);
  });
  for (const [index, part] of parts.entries())
    for (const [property, value] of styles[index] ?? []) if (value) part.style.setProperty(property, value);
}
