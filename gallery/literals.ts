import { newCaregiver, newChild } from '@/domain/defaults';
import { COLORS } from '@/domain/rows/fields';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { Instant } from '@/lib/time';

/* Extreme data that no family has, but that the screens must be able to show. */

const NOW = Date.UTC(2026, 10, 1) as Instant;

export const LONG_NAME = 'Maximilian-Alexandre Théodore de La Tour d’Auvergne-Lauragais';
export const LONG_WORD = 'Wolfeschlegelsteinhausen';
const NAMES = [LONG_NAME, LONG_WORD, 'Ōʻō', '🦊', 'Ng', 'Anne-Sophie-Charlotte'];

const colorAt = (index: number) => COLORS[index % COLORS.length] ?? 'grey';

export const ABSURD_CHILDREN: Child[] = NAMES.map((name, index) =>
  newChild(`child ${index}`, name, colorAt(index), NOW),
);

export const ABSURD_CAREGIVERS: Caregiver[] = NAMES.map((name, index) =>
  newCaregiver(`caregiver ${index}`, name, colorAt(index + 3), NOW),
);
