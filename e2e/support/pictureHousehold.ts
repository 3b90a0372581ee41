import type { Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import type { Cause, Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createDetected,
  createRemedy,
  createReopened,
  createResolved,
} from '@/domain/timeline/createEntry';
import { DAY_MS, type Day, type Instant, type WallTime } from '@/lib/time';
import { addDays, instantOnWall } from '@/lib/zone';
import { putStored, readStored } from './storedRows';

/*
 * The household in the pictures: two parents, Tom and Ben (Léo and Max in French), and the month of
 * nights they have behind them. Every picture shows the same one.
 */

export const ZONE = 'Europe/Paris';
export const TONIGHT = '2026-11-16' as Day;
export const LAST_NIGHT = addDays(TONIGHT, -1);

const NAMES = {
  en: { children: ['Tom', 'Ben'], caregivers: ['Mum', 'Dad'] },
  fr: { children: ['Léo', 'Max'], caregivers: ['Maman', 'Papa'] },
} as const;

export type Language = keyof typeof NAMES;

/** A time of the night that began on the evening of `day`; it may be after midnight. */
export const instantOn = (day: Day, time: string): Instant =>
  instantOnWall(time < '12' ? addDays(day, 1) : day, time as WallTime, ZONE);

export interface WakeUp {
  /** 0 is the elder child. */
  child: 0 | 1;
  from: string;
  to: string;
  /** 0 is Mum. */
  up: 0 | 1;
  remedies: Remedy[];
  cause?: Cause;
  outcome?: Outcome;
  /** When the child was awake once more, from and to, if the end did not hold. */
  again?: [string, string];
}

/** Nights as this family has them. */
const QUIET: WakeUp[] = [];
const HUNGRY: WakeUp[] = [
  { child: 1, from: '22:40', to: '22:58', up: 0, remedies: ['feed'], cause: 'hunger' },
  { child: 1, from: '03:12', to: '03:51', up: 0, remedies: ['rocking', 'feed'], cause: 'teething' },
];
const NOISY: WakeUp[] = [{ child: 1, from: '01:05', to: '01:24', up: 1, remedies: ['cuddle'], cause: 'noise' }];
const LONG: WakeUp[] = [
  { child: 0, from: '23:31', to: '23:40', up: 1, remedies: ['lie-down'], cause: 'nightmare' },
  { child: 1, from: '02:20', to: '02:46', up: 0, remedies: ['feed'], cause: 'hunger' },
  { child: 1, from: '04:48', to: '05:30', up: 0, remedies: ['feed', 'co-sleep'], cause: 'teething' },
];
const BOTH: WakeUp[] = [
  {
    child: 1,
    from: '00:14',
    to: '00:31',
    up: 0,
    remedies: ['pacifier'],
    again: ['00:36', '01:02'],
    cause: 'teething',
  },
  { child: 0, from: '00:40', to: '00:55', up: 1, remedies: ['cuddle'], cause: 'noise' },
  { child: 1, from: '05:44', to: '05:52', up: 0, remedies: ['cuddle'], cause: 'teething' },
];
const RESTLESS: WakeUp[] = [{ child: 0, from: '21:20', to: '21:53', up: 0, remedies: ['song'], cause: 'noise' }];
const BAD: WakeUp[] = [
  ...HUNGRY,
  { child: 0, from: '01:10', to: '02:02', up: 1, remedies: ['co-sleep'], cause: 'nightmare' },
];
const SO_FAR: WakeUp[] = [{ child: 1, from: '22:52', to: '23:09', up: 1, remedies: ['cuddle'], cause: 'teething' }];

/** The nights up to this one, in order of time. */
const NIGHTS: WakeUp[][] = [
  ...[LONG, BAD, LONG, NOISY, HUNGRY, BAD, LONG, RESTLESS, NOISY, QUIET, HUNGRY, BAD, NOISY, RESTLESS],
  ...[HUNGRY, QUIET, NOISY, LONG, RESTLESS, HUNGRY, NOISY, QUIET, NOISY, RESTLESS, NOISY, LONG],
  ...[BOTH, SO_FAR],
];

/** Names the people, sets up their rota, and logs the nights until `now`. */
export async function setUpHousehold(page: Page, language: Language, now: Instant): Promise<void> {
  const names = NAMES[language];
  const [child] = await readStored(page, 'children');
  const children = [
    { ...child, name: names.children[0], birthDate: '2024-08-12', color: 'blue' },
    { ...child, id: 'second-child', name: names.children[1], birthDate: '2026-02-10', color: 'orange' },
  ];
  for (const row of children) await putStored(page, 'children', row);
  const [first, second] = (await readStored(page, 'caregivers')).map(({ id }) => id);
  const [household] = await readStored(page, 'household');
  const slots = [
    { primary: second, secondary: first, handoverAt: '03:00' },
    { primary: first, secondary: second, handoverAt: '03:00' },
  ];
  await putStored(page, 'household', { ...household, rotation: { anchor: TONIGHT, slots } });
  await page.evaluate(
    (lastBackupAt) => {
      const key = 'infernalops.device';
      const { state, version = 0 } = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ state: { ...state, lastBackupAt }, version }));
    },
    now - 3 * DAY_MS,
  );
  for (const [index, wakeUps] of NIGHTS.entries()) {
    const day = addDays(TONIGHT, index + 1 - NIGHTS.length);
    if (instantOn(day, '20:15') > now) break;
    const morning = instantOn(day, '06:50');
    await putStored(page, 'nights', {
      ...{ id: day, updatedAt: now, deletedAt: null, quiet: false, onCall: null, postmortem: '' },
      ...{ bedtimeAt: instantOn(day, '20:15'), morningAt: morning > now ? null : morning },
    });
    for (const wakeUp of wakeUps) await putWakeUp(page, day, wakeUp, now);
  }
}

/**
 * Logs a wake-up.
 *
 * @param isOpen leaves out its end, as if nobody had tapped it
 */
export async function putWakeUp(page: Page, day: Day, wakeUp: WakeUp, now: Instant, isOpen = false): Promise<void> {
  const children = await readStored<{ id: string; birthDate: string }>(page, 'children');
  const caregivers = await readStored(page, 'caregivers');
  const ids = children.sort((a, b) => a.birthDate.localeCompare(b.birthDate)).map(({ id }) => id);
  const incident = incidentOf(day, wakeUp, {
    child: ids[wakeUp.child] ?? '',
    up: caregivers[wakeUp.up]?.id ?? '',
    now,
  });
  const timeline = isOpen ? incident.timeline.slice(0, -1) : incident.timeline;
  await putStored(page, 'incidents', toStoredIncident({ ...incident, timeline }));
}

function incidentOf(
  day: Day,
  wakeUp: WakeUp,
  { child, up, now }: { child: string; up: string; now: Instant },
): Incident {
  const id = `${day} ${wakeUp.from}`;
  const moment = (time: string, afterMs = 0) => ({
    id: `${id} ${time} ${afterMs}`,
    at: (instantOn(day, time) + afterMs) as Instant,
    now,
  });
  const timeline: Entry[] = [
    createDetected(moment(wakeUp.from), null, 'tap'),
    createAcknowledged(moment(wakeUp.from, 60_000), up),
    ...wakeUp.remedies.map((remedy, index) => createRemedy(moment(wakeUp.from, (index + 2) * 150_000), up, remedy)),
    createResolved(moment(wakeUp.to), up, wakeUp.outcome ?? 'settled'),
  ];
  if (wakeUp.again)
    timeline.push(
      createReopened(moment(wakeUp.again[0])),
      createAcknowledged(moment(wakeUp.again[0], 60_000), up),
      createResolved(moment(wakeUp.again[1]), up, 'settled'),
    );
  const fields = { id, updatedAt: now, deletedAt: null, childId: child, causeId: wakeUp.cause ?? null };
  return { ...fields, runbookId: null, note: '', forReport: false, mergedInto: null, timeline };
}
