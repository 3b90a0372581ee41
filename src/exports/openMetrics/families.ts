import { BETTER } from './betterFamilies';
import { COSTS } from './costFamilies';
import type { Family } from './family';
import { HELPS } from './helpsFamilies';
import { WHO } from './whoFamilies';

/** Everything that is exported, in the order of the dashboard (docs/openmetrics.md). */
export const FAMILIES: readonly Family[] = [...BETTER, ...WHO, ...HELPS, ...COSTS];
