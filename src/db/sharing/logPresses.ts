import { checkIncident } from '@/db/checkIncident';
import type { InfernalDatabase } from '@/db/database';
import { command } from '@/db/door';
import { editIncident } from '@/db/editIncident';
import { readChildIncidentsAround, readOpenIncidents, readPeople, readRunbooks } from '@/db/queries';
import { toStoredIncident } from '@/db/storedIncident';
import { closedBy, endOf, incidentIdOf, incidentOf, wasAwakeAt } from '@/domain/presses/entriesOfPress';
import type { Press, UnloggedPress, WhyUnlogged } from '@/domain/presses/press';
import { ok, type Result, refused } from '@/domain/refusal';
import type { Incident } from '@/domain/rows/incident';
import { chooseRunbook } from '@/domain/runbook/chooseRunbook';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { type Instant, laterOf } from '@/lib/time';
import { joinStoredIncidents } from './joinStored';
import { isSharing } from './readSharing';
import { noteUnlogged } from './unlogged';

/** `nothing`: the log says it already, or there is nothing that it could end. */
type Logged = 'written' | 'nothing' | WhyUnlogged;

export interface LogPresses {
  householdId: string;
  /** In the order of their time. */
  presses: readonly Press[];
  /** Presses whose word cannot be read. */
  unreadable: readonly UnloggedPress[];
  now: Instant;
}

/**
 * Logs presses of buttons. One that came late is put at its own time, as a forgotten tap is. What
 * cannot be logged is noted for the page of the buttons. Applying a press again changes nothing,
 * also if what it wrote was corrected or deleted since.
 */
export const logPresses = command(
  'logPresses',
  ['incidents', 'children', 'caregivers', 'household', 'runbooks', 'meta'],
  async (db, { householdId, presses, unreadable, now }: LogPresses): Promise<Result<{ written: number }>> => {
    if (!(await isSharing(db, householdId))) return refused({ code: 'changedSince' });
    const unlogged = [...unreadable];
    let written = 0;
    for (const [index, press] of presses.entries()) {
      const { id, buttonId, at, word } = press;
      const logged =
        word === 'woke' ? await logWoke(db, press, presses.slice(index + 1), now) : await logAsleep(db, press, now);
      if (logged === 'written') written += 1;
      else if (logged !== 'nothing') unlogged.push({ id, buttonId, at, word, why: logged });
    }
    if (unlogged.length > 0) await noteUnlogged(db, unlogged, now);
    return ok({ written });
  },
  { retryAtStart: false },
);

async function logWoke(db: InfernalDatabase, press: Press, later: readonly Press[], now: Instant): Promise<Logged> {
  // What was deleted since stays deleted.
  if (await db.incidents.get(incidentIdOf(press))) return 'nothing';
  const child = await db.children.get(press.childId);
  if (!child || child.deletedAt !== null) return 'unknownChild';
  const otherChildrenAwake = (await readOpenIncidents(db)).rows.some(({ childId }) => childId !== press.childId);
  const open = incidentOf(press, chooseRunbook(await readRunbooks(db), { otherChildrenAwake }));
  const others = await readChildIncidentsAround(db, open);
  if (others.some((other) => wasAwakeAt(other, press))) return 'nothing';

  // A wake-up that is over may lie before others. One without an end becomes one with what another
  // phone logged of it later.
  const end = later.find(({ word, childId, at }) => word === 'asleep' && childId === press.childId && at > press.at);
  const closed = end ? closedBy(open, end, await readGraceSeconds(db)) : null;
  const toJoin = others.filter(({ timeline }) => foldTimeline(timeline)?.isOpen).map(({ id }) => id);
  if (closed && (await isWritten(db, closed, now, []))) return 'written';
  if (!(await isWritten(db, open, now, toJoin))) return 'overlaps';
  if (toJoin.length > 0) await joinStoredIncidents(db);
  return 'written';
}

async function isWritten(
  db: InfernalDatabase,
  incident: Incident,
  now: Instant,
  allowedOverlapIds: readonly string[],
): Promise<boolean> {
  const refusal = await checkIncident(db, incident, laterOf(now, incident.updatedAt), { allowedOverlapIds });
  if (!refusal) await db.incidents.put(toStoredIncident(incident));
  return refusal === null;
}

async function logAsleep(db: InfernalDatabase, press: Press, now: Instant): Promise<Logged> {
  const open = (await readOpenIncidents(db)).rows.find(({ childId }) => childId === press.childId);
  const state = open && foldTimeline(open.timeline);
  if (!state || state.awakeSince > press.at) return 'nothing';
  const entry = endOf(open, state, press, await readGraceSeconds(db));
  if (entry === 'known') return 'nothing';
  if (entry === 'wentOn') return entry;
  // Not the clock of this phone: another one that logs the same press writes the same.
  const saidAt = laterOf(press.at, entry.at);
  const edited = await editIncident(db, { incidentId: open.id, now: laterOf(now, saidAt) }, (incident) =>
    addEntryTo(incident, entry, saidAt),
  );
  return edited.ok ? 'written' : 'overlaps';
}

/** A log that is shared has its household. */
const readGraceSeconds = async (db: InfernalDatabase): Promise<number> =>
  (await readPeople(db)).household?.graceSeconds ?? 0;
