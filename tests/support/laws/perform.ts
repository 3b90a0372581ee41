import { deferChore } from '@/db/chores';
import { removeEntry, removeIncident } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { changeIncident, openIncident, replaceEntry } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { answerPage, noteDelivered } from '@/db/paging';
import { parseRows } from '@/db/parseRows';
import { changeChild } from '@/db/people';
import { hearPage } from '@/db/sharing/hearPage';
import { withoutIndexFields } from '@/db/storedIncident';
import { undo } from '@/db/undo';
import { isPage } from '@/domain/paging/isPage';
import type { Entry, Incident } from '@/domain/rows/incident';
import {
  createAcknowledged,
  createDetected,
  createEscalated,
  createNote,
  createRemedy,
  createReopened,
  createResolved,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import type { Undo } from '@/domain/undo';
import { addMs, type Instant, laterOf, SECOND_MS } from '@/lib/time';
import { DAD, day, LEO, MUM, ZOE } from '../factories';
import { roundOf, type SharedPhone } from '../sharedPhone';
import { interrupted } from './interrupted';
import type { Act } from './scenario';

/** What the person on a phone was told is logged. */
export interface Told {
  entryIds: Set<string>;
  /** Entries that somebody took out again, and incidents that somebody deleted. */
  takenBack: Set<string>;
  deleted: Set<string>;
  undos: Map<SharedPhone, Undo[]>;
  /** The pages that were sent, with the incident as it was; a push may come late, and twice. */
  pushes: { incident: Incident; pageId: string; sentAt: Instant }[];
}

export const nothingTold = (): Told => ({
  entryIds: new Set(),
  takenBack: new Set(),
  deleted: new Set(),
  undos: new Map(),
  pushes: [],
});

const pickOf = <T>(list: readonly T[], pick: number): T | undefined => list[pick % list.length];

async function incidentsOf({ db }: SharedPhone): Promise<Incident[]> {
  const raw = (await db.incidents.toArray()).map(withoutIndexFields);
  return parseRows('incidents', raw).rows.filter(({ deletedAt }) => deletedAt === null);
}

let count = 0;
/** Ids begin with the time at which they were made, as those of the app do. */
const newTestId = (clock: Instant): string => `${clock.toString(36)}-${(++count).toString(36).padStart(6, '0')}`;

/** Does one thing on a phone, through the app's own commands, and notes what it says was done. */
export async function perform(
  phone: SharedPhone,
  { kind, pick, faults, meanwhile }: Act,
  told: Told,
  performMeanwhile: (act: Act) => Promise<void>,
): Promise<void> {
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
  /** Notes what this log says of a page: that a phone rang, and what was answered. */
  const noteSaid = async (pageId: string) => {
    for (const { timeline } of await incidentsOf(phone))
      for (const { id, deletedAt } of timeline)
        if (id.startsWith(`${pageId}/`) && deletedAt === null) told.entryIds.add(id);
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
    case 'page': {
      // Two phones may page for the same step: the id is made of the cry's.
      const id = `${pickOf(open, pick)?.timeline[0]?.id}/step ${pick % 2}/escalated`;
      const isKnown = open.some(({ timeline }) => timeline.some((entry) => entry.id === id));
      if (isKnown) return;
      await tap(pickOf(open, pick), (moment) => createEscalated({ ...moment, id }, DAD, 1, 'page'));
      const incident = (await incidentsOf(phone)).find(({ timeline }) => timeline.some((entry) => entry.id === id));
      if (incident) told.pushes.push({ incident, pageId: id, sentAt: clock });
      return;
    }
    case 'pushed': {
      // What the worker writes when a push comes, with or without a network (`worker/ring.ts`).
      const push = pickOf(told.pushes, pick);
      if (!push) return;
      if (pick % 2 === 0) await roundOf(phone);
      await hearPage(db, { householdId: context.keys.householdId, incident: push.incident });
      const { pageId, sentAt } = push;
      await noteDelivered(db, { incidentId: push.incident.id, pageId, sentAt, to: DAD, now: clock });
      return noteSaid(pageId);
    }
    case 'answered': {
      const paged = incidents.flatMap((incident) =>
        incident.timeline.filter(isPage).map((page) => ({ incidentId: incident.id, page })),
      );
      const asked = pickOf(paged, pick);
      if (!asked) return;
      const { incidentId, page } = asked;
      const answer = pick % 3 === 0 ? 'declined' : 'up';
      const place = { incidentId, pageId: page.id, sentAt: page.at };
      const result = await answerPage(db, { ...place, by: DAD, answer, now: clock });
      if (result.ok) undos.push(result.value.undo);
      return noteSaid(page.id);
    }
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
    case 'sync': {
      phone.faults.push(...faults);
      const steps = meanwhile.map((act) => act && (() => performMeanwhile(act)));
      const { client, ended } = interrupted(context.client, steps);
      await roundOf({ ...phone, context: { ...context, client } });
      await ended();
      phone.faults.length = 0;
    }
  }
}
