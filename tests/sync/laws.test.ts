import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deferChore } from '@/db/chores';
import { removeEntry, removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { changeIncident, openIncident, replaceEntry } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { parseRows } from '@/db/parseRows';
import { changeChild } from '@/db/people';
import { withoutIndexFields } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import type { Entry, Incident } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createDetected,
  createNote,
  createRemedy,
  createReopened,
  createResolved,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import type { Undo } from '@/domain/undo';
import { addMs, HOUR_MS, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { deleteWindows } from '../support/database';
import { draws } from '../support/draws';
import { DAD, day, LEO, MUM, tonightAt, ZOE } from '../support/factories';
import { logText, roundOf, type SharedPhone, settle, sharedPhones } from '../support/sharedPhone';
import { type Fault, SimulatedServer } from '../support/simulatedServer';

/*
 * The laws of two truths (decision 0026), with the app's own commands on real IndexedDB semantics:
 * whatever several phones tap without hearing each other, and whatever happens on the way, once
 * everybody has heard everything all logs are the same, and no tap is lost or doubled.
 */

/** `npm run soak` sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 200);
/** Long enough for a busy machine: a run takes a tenth of a second there. */
vi.setConfig({ testTimeout: RUNS * 600 });

const ACTS = [
  'woke',
  'asleep',
  'again',
  'up',
  'remedy',
  'note',
  'undo',
  'removeIncident',
  'moveEntry',
  'removeEntry',
  'cause',
  'night',
  'name',
  'chore',
  'sync',
  'sync',
  'sync',
] as const;

interface Act {
  phone: number;
  kind: (typeof ACTS)[number];
  pick: number;
  afterSeconds: number;
  faults: Fault[];
}

const fault: fc.Arbitrary<Fault> = fc.constantFrom('none', 'none', 'requestLost', 'answerLost', 'repeated', 'killed');
const act: fc.Arbitrary<Act> = fc.record({
  phone: fc.nat(3),
  kind: fc.constantFrom(...ACTS),
  pick: fc.nat(1000),
  afterSeconds: fc.integer({ min: 1, max: 600 }),
  faults: fc.array(fault, { maxLength: 3 }),
});
/** Clocks that are right, minutes off, or three hours apart. */
const skew = fc.constantFrom(
  0,
  0,
  40 * SECOND_MS,
  5 * 60 * SECOND_MS,
  -5 * 60 * SECOND_MS,
  1.5 * HOUR_MS,
  -1.5 * HOUR_MS,
);
const scenario = fc.record({
  skews: fc.array(skew, { minLength: 2, maxLength: 4 }),
  acts: fc.array(act, { minLength: 5, maxLength: 40 }),
});

/** What the person on a phone was told is logged. */
interface Told {
  entryIds: Set<string>;
  /** Entries that somebody took out again, and incidents that somebody deleted. */
  takenBack: Set<string>;
  deleted: Set<string>;
  undos: Map<SharedPhone, Undo[]>;
}

const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

async function incidentsOf({ db }: SharedPhone): Promise<Incident[]> {
  const raw = (await db.incidents.toArray()).map(withoutIndexFields);
  return parseRows('incidents', raw).rows.filter(({ deletedAt }) => deletedAt === null);
}

let count = 0;
/** Ids begin with the time at which they were made, as those of the app do. */
const newTestId = (clock: Instant): string => `${clock.toString(36)}-${(++count).toString(36).padStart(6, '0')}`;

async function perform(phone: SharedPhone, { kind, pick, faults }: Act, told: Told): Promise<void> {
  const { db, context } = phone;
  const clock = context.now();
  const incidents = await incidentsOf(phone);
  const open = incidents.filter(({ timeline }) => foldTimeline(timeline)?.isOpen);
  const closed = incidents.filter(({ timeline }) => foldTimeline(timeline)?.isOpen === false);
  const momentOf = ({ timeline }: Incident): NewEntry => {
    const { at, estimated } = tapTime(timeline, clock);
    return { id: newTestId(clock), at, estimated, now: laterOf(at, clock) };
  };
  const undos = told.undos.get(phone) ?? [];
  told.undos.set(phone, undos);
  const tap = async (incident: Incident | undefined, make: (moment: NewEntry) => Entry) => {
    if (!incident) return;
    const entry = make(momentOf(incident));
    const result = await addEntry(db, { incidentId: incident.id, entry, now: entry.updatedAt });
    if (!result.ok) return;
    told.entryIds.add(entry.id);
    undos.push(result.value.undo);
  };
  const by = pick % 2 === 0 ? MUM : DAD;
  switch (kind) {
    case 'woke': {
      const detected = createDetected({ id: newTestId(clock), at: clock, now: clock }, by, 'tap');
      const childId = pick % 3 === 0 ? ZOE : LEO;
      const result = await openIncident(db, { incidentId: newTestId(clock), childId, detected, now: clock });
      if (!result.ok || !result.value.opened) return;
      told.entryIds.add(detected.id);
      undos.push(...[result.value.undo].flat());
      return;
    }
    case 'asleep':
      return tap(pickOf(open, pick), (moment) => createResolved(moment, by, 'settled'));
    case 'again':
      return tap(pickOf(closed, pick), createReopened);
    case 'up':
      return tap(pickOf(open, pick), (moment) => createAcknowledged(moment, by));
    case 'remedy':
      return tap(pickOf(open, pick), (moment) => createRemedy(moment, by, 'feed'));
    case 'note':
      return tap(pickOf(incidents, pick), (moment) => createNote(moment, `note ${pick}`));
    case 'undo': {
      const last = undos.pop();
      if (!last) return;
      const result = await undo(db, { undo: last, now: clock });
      if (!result.ok || last.table !== 'incidents') return;
      const { before, after } = last as Undo<'incidents'>;
      const known = new Set(before?.timeline.map(({ id }) => id));
      if (before === null) told.deleted.add(after.id);
      for (const { id } of after.timeline) if (!known.has(id)) told.takenBack.add(id);
      return;
    }
    case 'removeIncident': {
      const incident = pickOf(incidents, pick);
      if (!incident || pick % 4 !== 0) return;
      const result = await removeIncident(db, { incidentId: incident.id, now: clock });
      if (result.ok) told.deleted.add(incident.id);
      return;
    }
    case 'moveEntry': {
      const incident = pickOf(incidents, pick);
      const entry = pickOf(incident?.timeline ?? [], pick);
      if (!incident || !entry || entry.deletedAt !== null) return;
      const moved = { ...entry, at: addMs(entry.at, ((pick % 11) - 5) * 30 * SECOND_MS) };
      await replaceEntry(db, { incidentId: incident.id, entry: moved, now: clock });
      return;
    }
    case 'removeEntry': {
      const incident = pickOf(incidents, pick);
      const entry = pickOf(incident?.timeline ?? [], pick);
      if (!incident || !entry) return;
      const result = await removeEntry(db, { incidentId: incident.id, entryId: entry.id, now: clock });
      if (result.ok) told.takenBack.add(entry.id);
      return;
    }
    case 'cause': {
      const incident = pickOf(incidents, pick);
      const change =
        pick % 2 === 0 ? { causeId: 'hunger' as const } : { note: `note ${pick}`, forReport: pick % 3 === 0 };
      if (incident) await changeIncident(db, { incidentId: incident.id, change, now: clock });
      return;
    }
    case 'night':
      await changeNight(db, { night: day('2026-11-16'), change: { quiet: pick % 2 === 0 }, now: clock });
      return;
    case 'name':
      await changeChild(db, { id: LEO, change: { name: `Léo ${pick}` }, now: clock });
      return;
    case 'chore':
      await deferChore(db, {
        choreId: newTestId(clock),
        title: `chore ${pick}`,
        effortMinutes: 10,
        deferredAt: clock,
        now: clock,
      });
      return;
    case 'sync':
      phone.faults.push(...faults);
      await roundOf(phone);
      phone.faults.length = 0;
  }
}

async function play(skews: readonly number[], acts: readonly Act[]) {
  let clock = tonightAt('02:43');
  const server = new SimulatedServer();
  const phones = await sharedPhones(server, skews, () => clock);
  const told: Told = { entryIds: new Set(), takenBack: new Set(), deleted: new Set(), undos: new Map() };
  for (const each of acts) {
    clock = addMs(clock, each.afterSeconds * SECOND_MS);
    const phone = phones[each.phone % phones.length];
    if (phone) await perform(phone, each, told);
  }
  await settle(phones);
  return { phones, server, told };
}

describe('whatever several phones tap without hearing each other', () => {
  it('once all have heard everything, all logs are the same, and no tap is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ skews, acts }) => {
        const { phones, told } = await play(skews, acts);
        const [first, ...others] = phones;
        if (!first) throw new Error('no phone');
        const text = await logText(first.db);
        for (const other of others) expect(await logText(other.db)).toBe(text);
        for (const { db } of phones) expect(await db.outbox.count()).toBe(0);
        const all = parseRows('incidents', (await first.db.incidents.toArray()).map(withoutIndexFields)).rows;
        const live = all.filter(({ deletedAt }) => deletedAt === null);
        const open = live.filter(({ timeline }) => foldTimeline(timeline)?.isOpen);
        expect(new Set(open.map(({ childId }) => childId)).size).toBe(open.length);
        for (const { timeline } of live) expect(foldTimeline(timeline)).not.toBeNull();
        for (const id of told.entryIds) {
          const placesOf = (incidents: readonly Incident[]) =>
            incidents.filter(({ timeline }) => timeline.some((entry) => entry.id === id && entry.deletedAt === null));
          if (told.takenBack.has(id)) continue;
          const places = placesOf(live);
          const isDeleted = placesOf(all).some((incident) => told.deleted.has(incident.id));
          if (!isDeleted) expect([id, places.length]).toEqual([id, 1]);
          else expect(places.length).toBeLessThanOrEqual(1);
        }
        // Thousands of runs would fill the memory.
        await deleteWindows();
      }),
      { ...draws(RUNS), numRuns: RUNS },
    );
  });
});
