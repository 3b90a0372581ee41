import { findOverlap } from '@/domain/overlap';
import type { HouseholdLog } from '@/domain/rows/tables';
import { foldTimeline, type IncidentState } from '@/domain/timeline/foldTimeline';
import { gameDayLog } from '@/gameday/gameDayLog';
import type { GameDayNames, GameDayOptions } from '@/gameday/types';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, day, PARIS } from '../support/factories';

/** The seeds on which properties of every seed are tested. */
export const SEEDS = [0, 7, 42, 4_294_967_295, 9_007_199_254_740_991];

export const LAST_NIGHT = day('2026-11-16');
export const FIRST_NIGHT = addDays(LAST_NIGHT, -41);
export const END = at('2026-11-17 12:00');

export const NAMES: GameDayNames = {
  children: ['Gaspard', 'Achille'],
  caregivers: ['Mum', 'Dad'],
  runbookNames: { standard: 'Standard night', degraded: 'Degraded mode', double: 'Double incident' },
  words: {
    chores: [
      { title: 'Laundry', effortMinutes: 45 },
      { title: 'Dishes', effortMinutes: 15 },
      { title: 'Nursery papers', effortMinutes: 60 },
    ],
    cold: 'Cold',
    laryngitis: 'Laryngitis',
    syrup: { name: 'Paracetamol', amount: '1 dose' },
    notes: ['A tooth, upper left?', 'A sock was missing.'],
    reportNotes: ['Barking cough, better at the window.'],
    steps: {
      grace: 'Wait',
      wakePrimary: 'Wake whoever is on call',
      wakeOther: 'Wake the other one',
      look: 'Look',
      cuddle: 'Cuddle',
      feed: 'Feed',
      lieDown: 'Lie down',
      handOver: 'Hand over',
      pacifier: 'Pacifier',
      rocking: 'Rocking',
      patience: 'Breathe',
      keepOtherAsleep: 'Keep the second one asleep',
      firstChild: 'Restore the first one',
      secondChild: 'Restore the second one',
    },
  },
};

export const simulate = (seed: number, more: Partial<GameDayOptions> = {}): HouseholdLog =>
  gameDayLog({ seed, lastNight: LAST_NIGHT, timeZone: PARIS, names: NAMES, ...more });

/**
 * The figures of the whole six weeks, as the dashboard would show them at noon after the last
 * night.
 */
export const figuresOf = (log: HouseholdLog, from: Day = FIRST_NIGHT, to: Day = LAST_NIGHT) =>
  computeMetrics(log, { from, to }, END);

/** Returns an incident's state; a simulated incident always has one. */
export function stateOf(incident: HouseholdLog['incidents'][number]): IncidentState {
  const state = foldTimeline(incident.timeline);
  if (!state) throw new Error(`incident ${incident.id} never began`);
  return state;
}

/** Returns the pairs of incidents of one child that overlap. */
export function overlapsIn(log: HouseholdLog) {
  return log.children.flatMap(({ id }) => {
    const childIncidents = log.incidents.filter(({ childId }) => childId === id);
    // The incidents are sorted by time, so only neighbours can overlap.
    return childIncidents.flatMap(
      (incident, index) => findOverlap(incident, childIncidents.slice(Math.max(0, index - 3), index), END) ?? [],
    );
  });
}

/** Returns every instant anywhere in a log, with the name of its field. */
export function instantsIn(log: HouseholdLog): [field: string, at: number][] {
  const found: [string, number][] = [];
  JSON.stringify(log, (field, value: unknown) => {
    if (typeof value === 'number' && (field === 'at' || field.endsWith('At'))) found.push([field, value]);
    return value;
  });
  return found;
}
