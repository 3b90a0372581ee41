import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinIncidents } from '@/domain/joinIncidents';
import { mergeIncidents } from '@/domain/mergeRows';
import type { Entry, Incident } from '@/domain/rows/incident';
import { ANY_TIME, checkTimeline } from '@/domain/timeline/checkTimeline';
import { addEntryTo, nextUpdatedAt, removeEntryFrom, replaceEntryIn } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { addMs, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/time';
import { draws } from '../support/draws';
import { DAD, entry, incident, MUM, tonightAt } from '../support/factories';

/** Joins the rows as a phone does: the changed ones in place of what they were. */
function join(...rows: Incident[]): Incident[] {
  const changed = new Map(joinIncidents(rows).map((row) => [row.id, row]));
  return rows.map((row) => changed.get(row.id) ?? row);
}

const hers = (timeline: Entry[], more: Partial<Incident> = {}) => incident(timeline, { id: 'a-hers', ...more });
const his = (timeline: Entry[], more: Partial<Incident> = {}) =>
  incident(
    timeline.map((each) => ({ ...each, id: `his ${each.id}` })),
    { id: 'b-his', ...more },
  );
const stateOf = (row: Incident | undefined) => foldTimeline(row?.timeline ?? []);

describe('two open incidents of one child', () => {
  it('become one, which has the entries of both; the other one says where it went', () => {
    const remedy = entry('remedy', '02:50', { by: DAD });
    const [first, second] = join(hers([entry('detected', '02:43')]), his([entry('detected', '02:44'), remedy]));
    expect(first?.timeline.map(({ id, joinedFrom }) => [id, joinedFrom])).toEqual([
      ['detected 02:43', undefined],
      ['his detected 02:44', 'b-his'],
      ['his remedy 02:50', 'b-his'],
    ]);
    expect(second).toMatchObject({ mergedInto: 'a-hers', deletedAt: tonightAt('02:50') + 1 });
    expect(stateOf(first)).toMatchObject({ isOpen: true, detectedAt: tonightAt('02:43'), caregiversUp: [DAD] });
  });

  it('stay two if one of them has ended', () => {
    const ended = hers([entry('detected', '02:43'), entry('resolved', '02:50')]);
    expect(joinIncidents([ended, his([entry('detected', '02:44')])])).toEqual([]);
  });

  it('take along what is added later to the one that was joined: an end is no end of nothing', () => {
    const alone = his([entry('detected', '02:44')]);
    const [first, second] = join(hers([entry('detected', '02:43')]), alone);
    const end = entry('resolved', '03:03', { id: 'his end', by: DAD });
    const ended = addEntryTo(alone, end, tonightAt('03:03'));
    if (!first || !second || !ended.ok) throw new Error('there are two');
    const [joined] = join(first, mergeIncidents(second, ended.value));
    expect(stateOf(joined)?.resolution).toMatchObject({ at: tonightAt('03:03'), by: DAD });
  });

  it('keep cause, runbook and both notes; a private note stays out of one for the paediatrician', () => {
    const [joined] = join(
      hers([entry('detected', '02:43')], { note: 'Rash on the arm', forReport: true }),
      his([entry('detected', '02:44')], { note: 'I am done', causeId: 'teething', runbookId: 'standard' }),
    );
    expect(joined).toMatchObject({
      note: 'Rash on the arm',
      forReport: true,
      causeId: 'teething',
      runbookId: 'standard',
    });
    expect(joined?.timeline.find(({ kind }) => kind === 'note')).toMatchObject({ text: 'I am done' });
  });

  it('are the same three in one, in whatever order the phones of three people meet', () => {
    const wakeUps = ['a', 'b', 'c'].map((id, index) =>
      incident([entry('detected', `02:4${index}`, { id: `cry ${id}` })], { id }),
    );
    const [a, b, c] = wakeUps as [Incident, Incident, Incident];
    const timelineOf = (rows: Incident[]) => rows.find(({ id }) => id === 'a')?.timeline;
    const atOnce = join(a, b, c);
    const [joinedB, joinedC] = join(b, c);
    if (!joinedB || !joinedC) throw new Error('there are two');
    expect(timelineOf(join(a, joinedB, joinedC))).toEqual(timelineOf(atOnce));
    expect(timelineOf(atOnce)?.map(({ joinedFrom }) => joinedFrom)).toEqual([undefined, 'b', 'c']);
  });

  it('are there again if the first one was deleted before the other phone went on', () => {
    const alone = his([entry('detected', '02:44')]);
    const [first, second] = join(hers([entry('detected', '02:43')]), alone);
    if (!first || !second) throw new Error('there are two');
    const deleted = { ...first, deletedAt: tonightAt('02:46'), updatedAt: tonightAt('02:46') };
    const wentOn = addEntryTo(alone, entry('remedy', '02:50', { id: 'his', by: DAD }), tonightAt('02:50'));
    if (!wentOn.ok) throw new Error('a remedy is allowed');
    const [joined] = join(deleted, mergeIncidents(second, wentOn.value));
    expect(joined).toMatchObject({ deletedAt: null, mergedInto: null });
    expect(stateOf(joined)?.remedies).toHaveLength(1);
  });
});

/** A phone with its own clock and its own copy of the log. It joins after every write. */
class Phone {
  readonly rows = new Map<string, Incident>();
  /** The ids of the entries that this phone's user has tapped. */
  readonly tapped: string[] = [];
  private count = 0;

  constructor(
    readonly name: string,
    private readonly skewMs: number,
    private readonly by: string,
  ) {}

  receive(row: Incident): void {
    const known = this.rows.get(row.id);
    this.put(known ? mergeIncidents(known, row) : row);
  }

  act(action: (typeof ACTIONS)[number], pick: number, time: Instant): void {
    const now = addMs(time, this.skewMs);
    this.count += 1;
    const id = `${now} ${this.name} ${this.count}`;
    const live = [...this.rows.values()].filter(({ deletedAt }) => deletedAt === null).sort(byId);
    const open = live.find((row) => foldTimeline(row.timeline)?.isOpen);
    const shown = open ?? live.at(-1);
    const by = this.by;
    if (action === 'woke' && !open)
      this.tap(incident([entry('detected', now, { id, by })], { id: `row ${id}`, updatedAt: now }), id);
    if (action === 'woke' || !shown) return;
    const old = shown.timeline[pick % shown.timeline.length];
    const edit = (result: ReturnType<typeof addEntryTo>, tapped?: string) =>
      result.ok && this.tap(result.value, tapped);
    const add = (added: Entry) => edit(addEntryTo(shown, added, now), id);
    if (action === 'acknowledged' || action === 'remedy') add(entry(action, now, { id, by }));
    else if (action === 'resolved' && open) add(entry('resolved', now, { id, by }));
    else if (action === 'reopened' && !open) add(entry('reopened', now, { id }));
    else if (action === 'earlier' && old) edit(replaceEntryIn(shown, { ...old, at: addMs(old.at, -MINUTE_MS) }, now));
    else if (action === 'deleteEntry' && old) edit(removeEntryFrom(shown, old.id, now));
    else if (action === 'note') this.tap({ ...shown, note: id, updatedAt: nextUpdatedAt(shown, now) });
    else if (action === 'delete') this.tap({ ...shown, deletedAt: now, updatedAt: nextUpdatedAt(shown, now) });
  }

  private tap(row: Incident, entryId?: string): void {
    if (entryId) this.tapped.push(entryId);
    this.put(row);
  }

  private put(row: Incident): void {
    this.rows.set(row.id, row);
    for (const changed of joinIncidents([...this.rows.values()])) this.rows.set(changed.id, changed);
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const ACTIONS = [
  'woke',
  'acknowledged',
  'remedy',
  'resolved',
  'reopened',
  'earlier',
  'deleteEntry',
  'note',
  'delete',
] as const;

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ phone: fc.nat(3), action: fc.constantFrom(...ACTIONS, 'woke'), pick: fc.nat(9) }),
    },
    { weight: 2, arbitrary: fc.record({ phone: fc.nat(3), to: fc.nat(3), pick: fc.nat(9) }) },
  ),
  { minLength: 4, maxLength: 40 },
);
const phoneSets = fc.array(fc.constantFrom(0, 0, 300, -300, 3 * 3600), { minLength: 2, maxLength: 4 });

/** One row arrives, perhaps an old one or for the second time; the others are lost or late. */
function deliver(from: Phone, to: Phone, pick: number): void {
  const row = [...from.rows.values()][pick % Math.max(1, from.rows.size)];
  if (row) to.receive(row);
}

/** Lets every phone hear everything, until nothing changes any more. */
function exchangeAll(phones: readonly Phone[]): void {
  const logOf = ({ rows }: Phone) => JSON.stringify([...rows.values()].sort(byId));
  for (let round = 0; round < 20; round += 1) {
    const before = phones.map(logOf);
    for (const from of phones) for (const to of phones) for (const row of [...from.rows.values()]) to.receive(row);
    if (phones.every((phone, index) => logOf(phone) === before[index])) return;
  }
  throw new Error('the phones do not come to an end');
}

describe('any number of phones, any taps, and any rows that arrive in any order', () => {
  it('all have the same log in the end, one open incident at most, and every tap in exactly one incident', () => {
    fc.assert(
      fc.property(steps, phoneSets, (list, skews) => {
        const phones = skews.map((skew, index) => new Phone(`p${index}`, skew * SECOND_MS, index % 2 ? DAD : MUM));
        const phoneAt = (index: number) => phones[index % phones.length] as Phone;
        list.forEach((step, index) => {
          const phone = phoneAt(step.phone);
          const time = addMs(tonightAt('02:43'), index * 10 * SECOND_MS);
          if ('action' in step) phone.act(step.action, step.pick, time);
          else deliver(phone, phoneAt(step.to), step.pick);
        });
        exchangeAll(phones);

        const [log, ...others] = phones.map(({ rows }) => [...rows.values()].sort(byId));
        for (const other of others) expect(JSON.stringify(other)).toBe(JSON.stringify(log));
        const rows = log ?? [];
        expect(rows.filter((row) => row.deletedAt === null && stateOf(row)?.isOpen).length).toBeLessThanOrEqual(1);
        for (const row of rows)
          expect(checkTimeline(stateOf(row)?.entries ?? row.timeline, ANY_TIME)?.code ?? 'noDetected').toBe(
            'noDetected',
          );
        for (const id of phones.flatMap(({ tapped }) => tapped)) {
          const homes = rows.filter((row) => row.mergedInto === null && row.timeline.some((each) => each.id === id));
          expect(homes.map((row) => row.id)).toHaveLength(1);
        }
      }),
      draws(400),
    );
  });
});
