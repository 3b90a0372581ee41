import type { ImportPlan } from '@/importers/plan/importPlan';
import { type PlanOptions, planImport } from '@/importers/plan/planImport';
import type { Told } from '@/importers/told';
import { idOfContent } from '@/lib/idOfContent';
import type { Instant, WallTime } from '@/lib/time';
import type { Choice } from './tellChoice';

/* An import into a household of Léo, whom the files do not name, with every name its own id. */

export const choiceOf = (timeZone: string): Choice => ({
  household: { timeZone, nightStart: '20:00' as WallTime, nightEnd: '07:00' as WallTime },
  now: '2026-11-28T12:00:00.000Z',
  answers: { child: 'Léo' },
});
export const NOW = Date.parse('2026-11-28T12:00:00.000Z') as Instant;
export const EMPTY: PlanOptions['log'] = { incidents: [], observations: [], nights: [] };
export const names = {
  childId: (name: string) => idOfContent('children', name),
  caregiverId: (name: string) => idOfContent('caregivers', name),
};
export const planOf = (told: Told, zone: string, log: PlanOptions['log'] = EMPTY): ImportPlan =>
  planImport(told, { log, hours: choiceOf(zone).household, names, now: NOW });
