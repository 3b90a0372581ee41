import type { Plugin } from 'vite';

/**
 * Recharts finds a scale among all of d3's by its name, so that none can be left out by itself. Ours have steps, or a number:
 * with those alone, what scales time, colours and logarithms stays out of the precache, 26 kB.
 */
export const fewScales = (): Plugin => ({
  name: 'few-scales',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('/victory-vendor/es/d3-scale.js')
      ? "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';"
      : null,
});
