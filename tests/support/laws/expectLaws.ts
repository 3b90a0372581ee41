import { expect } from 'vitest';
import { parseRows } from '@/db/parseRows';
import { withoutIndexFields } from '@/db/storedIncident';
import type { Incident } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { logText, type SharedPhone } from '../sharedPhone';
import type { Told } from './perform';
import type { Played } from './play';
import { serverText } from './serverText';

/** Checks the laws at the end of a run. */
export async function expectLaws({ server, phones, told }: Played): Promise<void> {
  const [first, ...others] = phones;
  if (!first) throw new Error('no phone');
  const text = await logText(first.db);
  for (const other of others) expect(await logText(other.db)).toBe(text);
  for (const { db } of phones) expect(await db.outbox.count()).toBe(0);
  expect(await serverText(server, first.context.keys)).toBe(text);
  const all = await incidentsOf(first);
  expectValidTimelines(all);
  expectEachTapOnce(all, told);
  expectEachPageToldOnce(all, told);
}

const incidentsOf = async ({ db }: SharedPhone): Promise<Incident[]> =>
  parseRows('incidents', (await db.incidents.toArray()).map(withoutIndexFields)).rows;

const isLive = ({ deletedAt }: Incident): boolean => deletedAt === null;

/** Every timeline can be read, and no child is awake twice. */
function expectValidTimelines(all: readonly Incident[]): void {
  const live = all.filter(isLive);
  for (const { timeline } of live) expect(foldTimeline(timeline)).not.toBeNull();
  const open = live.filter(({ timeline }) => foldTimeline(timeline)?.isOpen);
  expect(new Set(open.map(({ childId }) => childId)).size).toBe(open.length);
}

/** What a person was told is logged is in exactly one incident, unless somebody took it out. */
function expectEachTapOnce(all: readonly Incident[], told: Told): void {
  for (const id of told.entryIds) {
    if (told.takenBack.has(id)) continue;
    const places = all.filter(({ timeline }) => timeline.some((entry) => entry.id === id && entry.deletedAt === null));
    const livePlaces = places.filter(isLive);
    const isDeleted = places.some((incident) => told.deleted.has(incident.id));
    if (!isDeleted) expect([id, livePlaces.length]).toEqual([id, 1]);
    else expect(livePlaces.length).toBeLessThanOrEqual(1);
  }
}

/** What is said of a page: that it rang, and each answer, which is said anew once it is undone. */
const SAID_OF_PAGE = /^(?<said>.*\/(?:delivered|up|declined))(?: \d+)?$/;
const saidIn = (id: string): string | undefined => SAID_OF_PAGE.exec(id)?.groups?.said;

/** However many phones rang, and however often the push came, each thing is said once. */
function expectEachPageToldOnce(all: readonly Incident[], told: Told): void {
  const takenBack = new Set([...told.takenBack].map(saidIn));
  for (const { timeline } of all.filter(isLive)) {
    const live = timeline.filter(({ deletedAt }) => deletedAt === null);
    const said = live.flatMap(({ id }) => saidIn(id) ?? []).filter((each) => !takenBack.has(each));
    expect(said).toEqual([...new Set(said)]);
  }
}
