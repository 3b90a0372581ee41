import { newCaregiver, newChild } from '@/domain/defaults';
import type { Household } from '@/domain/rows/household';
import type { Entry, EntryKind, EntryOf, Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { Day, Instant, WallTime } from '@/lib/time';
import { findWallTime } from '@/lib/zone';

/*
 * Rows and instants for tests. Dates are literal, and every other field has a plain default that a
 * test may override.
 */

export const PARIS = 'Europe/Paris';

/**
 * `at('2026-11-17 02:43')` is an instant on the wall clock of Paris; seconds are optional. Of a
 * time that occurs twice, the result is the first instant.
 */
export function at(text: string, timeZone = PARIS): Instant {
  const [, day = '', time = '', seconds = '0'] = /^(\S+) (\d\d:\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const reading = findWallTime(day as Day, time as WallTime, timeZone);
  if (reading.kind === 'never') throw new Error(`${text} never was in ${timeZone}`);
  return ((reading.kind === 'once' ? reading.at : reading.first) + Number(seconds) * 1000) as Instant;
}

export const day = (text: string): Day => text as Day;
export const toWallTime = (text: string): WallTime => text as WallTime;

/**
 * An instant of the night that most tests use, by its time alone: the evening of 16 November 2026
 * or the morning of the 17th.
 */
export const tonightAt = (time: string): Instant => at(`${time < '12' ? '2026-11-17' : '2026-11-16'} ${time}`);

export const MUM = 'mum';
export const DAD = 'dad';
export const LEO = 'leo';
export const ZOE = 'zoe';

const DEFAULTS: { [K in EntryKind]: Omit<EntryOf<K>, 'id' | 'at' | 'kind' | 'estimated' | 'updatedAt' | 'deletedAt'> } =
  {
    detected: { by: null, via: 'tap' },
    escalated: { to: DAD, level: 1, via: 'voice' },
    delivered: { to: DAD },
    acknowledged: { by: MUM },
    noResponse: { by: DAD },
    remedy: { by: MUM, remedy: 'feed' },
    stoodDown: { by: MUM },
    note: { text: 'a note' },
    step: { stepId: 'a step', outcome: 'done' },
    runbookChosen: { runbookId: 'standard' },
    resolved: { by: MUM, outcome: 'settled' },
    reopened: {},
  };

/**
 * Creates an entry at a time of the usual night. Its default id consists of the kind and the time.
 */
export function entry<K extends EntryKind>(
  kind: K,
  time: string | Instant,
  overrides: Partial<EntryOf<K>> = {},
): Entry {
  const moment = typeof time === 'string' ? tonightAt(time) : time;
  // The cast is needed because the compiler cannot match `kind` with the fields of that kind.
  return {
    id: `${kind} ${time}`,
    at: moment,
    estimated: false,
    updatedAt: moment,
    deletedAt: null,
    kind,
    ...DEFAULTS[kind],
    ...overrides,
  } as unknown as Entry;
}

export function incident(timeline: Entry[], more: Partial<Incident> = {}): Incident {
  return {
    id: 'incident',
    updatedAt: timeline.at(-1)?.updatedAt ?? tonightAt('02:43'),
    deletedAt: null,
    childId: LEO,
    causeId: null,
    runbookId: null,
    note: '',
    forReport: false,
    mergedInto: null,
    timeline,
    ...more,
  };
}

/** A wake-up of Léo from one time to another. */
export const wakeUp = (from: string, to: string, more: Partial<Incident> = {}): Incident =>
  incident([entry('detected', from), entry('resolved', to)], { id: `${from} to ${to}`, ...more });

export function household(more: Partial<Household> = {}): Household {
  return {
    id: 'household',
    updatedAt: at('2026-11-01 10:00'),
    deletedAt: null,
    timeZone: PARIS,
    nightStart: toWallTime('20:00'),
    nightEnd: toWallTime('07:00'),
    graceSeconds: 30,
    objectives: { mttrMinutes: 20, availability: 0.9, fatigueLimit: 5, weaning: null },
    rotation: null,
    since: null,
    formerZones: [],
    ...more,
  };
}

export const nightRow = (more: Partial<NightRow> = {}): NightRow => ({
  id: day('2026-11-16'),
  updatedAt: at('2026-11-16 20:00'),
  deletedAt: null,
  bedtimeAt: null,
  morningAt: null,
  quiet: false,
  onCall: null,
  postmortem: '',
  ...more,
});

const SET_UP = at('2026-11-01 10:00');
export const leo = newChild(LEO, 'Léo', 'blue', SET_UP);
export const zoe = newChild(ZOE, 'Zoé', 'orange', SET_UP);
export const mum = newCaregiver(MUM, 'Mum', 'purple', SET_UP);
export const dad = newCaregiver(DAD, 'Dad', 'teal', SET_UP);
