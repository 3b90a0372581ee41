import type { Plugin } from 'vite';

/** What a build takes in the place of a module, by the end of its path. */
const REPLACEMENTS: Record<string, string> = {
  // Recharts looks a scale up by its name among all of d3's, so the bundler keeps all of them. With
  // these three alone no scale of time, colours or logarithms is built in.
  '/victory-vendor/es/d3-scale.js': "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';",
  // A linear scale interpolates whatever it is given, colours and strings too. Ours get numbers. Only scales that are left out call `piecewise`.
  '/d3-interpolate/dist/d3-interpolate.mjs': `
    export const interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;
    export const interpolateRound = (a, b) => (t) => Math.round(a * (1 - t) + b * t);
    export { interpolateNumber as interpolate, interpolateNumber as piecewise };`,
};

/** Leaves out of the build what Recharts' scales can do and our axes, of steps or numbers, never ask for. */
export const trimD3Scales = (): Plugin => ({
  name: 'trim-d3-scales',
  apply: 'build',
  enforce: 'pre',
  load: (id) => Object.entries(REPLACEMENTS).find(([path]) => id.endsWith(path))?.[1] ?? null,
});
