/* What the app needs only when the storage fails, or when something is kept: one file to load. */
export { applyKept } from './applyKept';
export { followTrouble } from './followTrouble';
export { openInsteadOf, openOverlayOn } from './troubledLog';
