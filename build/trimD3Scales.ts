import type { Plugin } from 'vite';

/** The code that replaces a module in a build. The key is the end of the module's path. */
const REPLACEMENTS: Record<string, string> = {
  // Recharts finds a scale by its name among all of d3's scales, so the bundler keeps all of them.
  // With only these three, the scales of time, colours and logarithms are left out.
  '/victory-vendor/es/d3-scale.js': "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';",
  // A linear scale can interpolate colours and strings, but ours get numbers only. `piecewise` is
  // called only by scales that are left out.
  '/d3-interpolate/dist/d3-interpolate.mjs': `
    export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
    export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
    export { interpolateNumber as interpolate, interpolateNumber as piecewise };`,
  // Our axes have their own ticks; Recharts' are exact to any decimal, with a library for that.
  '/recharts/es6/util/scale/getNiceTickValues.js':
    'export const getNiceTickValues = () => []; export const getTickValuesFixedDomain = getNiceTickValues;',
  // Nothing of ours is stacked, and our marks are our own.
  '/victory-vendor/es/d3-shape.js': [
    'stack stackOffsetExpand stackOffsetNone stackOffsetSilhouette stackOffsetWiggle stackOrderNone',
    'symbol symbolCircle symbolCross symbolDiamond symbolSquare symbolStar symbolTriangle symbolWye',
    'area line curveBasis curveBasisClosed curveBasisOpen curveBumpX curveBumpY curveLinear curveLinearClosed',
    'curveMonotoneX curveMonotoneY curveNatural curveStep curveStepAfter curveStepBefore',
  ]
    .join(' ')
    .replace(/\w+/g, 'export const $& = null;'),
};

/**
 * Removes from the build what Recharts can do and our charts never use: our axes are of categories
 * or of numbers, with ticks of their own, and our marks are plain SVG.
 */
export const trimD3Scales = (): Plugin => ({
  name: 'trim-d3-scales',
  apply: 'build',
  enforce: 'pre',
  load: (id) => Object.entries(REPLACEMENTS).find(([path]) => id.endsWith(path))?.[1] ?? null,
});
