import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { addPastIncident, removeIncident } from '@/db/correctIncident';
import type { InfernalDatabase } from '@/db/database';
import { findCommand } from '@/db/door';
import { changeIncident, replaceEntry } from '@/db/incidents';
import { keepPending, pendingWrites } from '@/db/pending';
import { changeChild } from '@/db/people';
import '@/db/keptCommands';
import { defaultPeople } from '@/db/firstHousehold';
import { toStoredIncident, withoutIndexFields } from '@/db/storedIncident';
import type { Entry, Incident } from '@/domain/rows/incident';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';
import type { Undo } from '@/domain/undo';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import { householdDatabase, logPastWakeUp } from '../support/database';
import { draws } from '../support/draws';
import { DAD, day, entry, incident, LEO, leo, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../support/factories';

/** When the write was made and kept, and when it is applied. */
const made = tonightAt('04:00');
const appliedAt = tonightAt('09:00');

const past = wakeUp('01:00', '01:20');
const moment = { estimated: false, updatedAt: made, deletedAt: null };

/** A write of each command that is kept when the storage fails. */
const WRITES: Record<string, object> = {
  openIncident: { incidentId: 'new', childId: LEO, detected: { ...moment, id: 'cry', at: made, by: null, via: 'tap' } },
  addPastIncident: {
    incidentId: 'new',
    childId: LEO,
    timeline: [entry('detected', '02:00'), entry('resolved', '02:10')],
  },
  addEntry: { incidentId: past.id, entry: entry('note', '01:05', { updatedAt: made }) },
  addEntries: { incidentId: past.id, entries: [entry('remedy', '01:06'), entry('note', '01:07')] },
  setRunbook: { incidentId: 'open', chosen: { ...entry('runbookChosen', '03:40'), runbookId: 'degraded' } },
  reopenIncident: { incidentId: past.id, entry: entry('reopened', '01:30') },
  replaceEntry: { incidentId: past.id, entry: { ...past.timeline[1], at: tonightAt('01:25') } },
  removeEntry: { incidentId: 'open', entryId: 'note 03:35' },
  changeIncident: { incidentId: past.id, change: { causeId: 'hunger', note: 'late' } },
  removeIncident: { incidentId: past.id },
  changeNight: { night: day('2026-11-16'), change: { bedtimeAt: tonightAt('20:15'), quiet: true } },
  changeHousehold: { change: { graceSeconds: 60 } },
  addChild: { id: 'third', name: 'Ana' },
  addCaregiver: { id: 'granny', name: 'Granny' },
  changeChild: { id: LEO, change: { name: 'Leopold' } },
  changeCaregiver: { id: MUM, change: { name: 'Mama' } },
  deferChore: { choreId: 'laundry', title: 'Laundry', effortMinutes: 30, deferredAt: made },
  addObservation: {
    id: 'fever',
    fields: { kind: 'temperature', childId: LEO, at: made, celsius: 38.5 },
  },
  giveMedicine: {
    id: 'dose',
    fields: { kind: 'medicine', childId: LEO, at: made, name: 'Paracetamol', amount: '3 ml', minHours: 6 },
    tried: {
      incidentId: 'open',
      entry: entry('remedy', '03:45', { id: 'given', remedy: 'medicine', updatedAt: made }),
    },
  },
  answerPage: { incidentId: 'open', pageId: 'page', sentAt: made, by: DAD, answer: 'up' },
  noteDelivered: { incidentId: 'open', pageId: 'page', sentAt: made, to: DAD },
  undo: {
    undo: { table: 'children', before: { ...leo, name: 'L.' }, after: leo } satisfies Undo<'children'>,
  },
  ensureHousehold: {
    timeZone: 'Europe/Paris',
    names: { child: 'Baby', caregivers: ['Mum', 'Dad'] },
    people: defaultPeople({
      timeZone: 'Europe/Paris',
      names: { child: 'Baby', caregivers: ['Mum', 'Dad'] },
      now: made,
    }),
  },
};

async function newLog(): Promise<InfernalDatabase> {
  const page = entry('escalated', '03:34', { id: 'page', via: 'page' });
  const open = incident([entry('detected', '03:30'), page, entry('note', '03:35')], { id: 'open', childId: ZOE });
  const db = await householdDatabase([past, open]);
  await db.nights.put(nightRow());
  return db;
}

type Rows = Record<TableName, Map<string, Record<string, unknown>>>;

async function readRows(db: InfernalDatabase): Promise<Rows> {
  const rows = {} as Rows;
  for (const table of TABLE_NAMES) {
    const all = (await db.table(table).toArray()).map(withoutIndexFields) as { id: string }[];
    rows[table] = new Map(all.map((row) => [row.id, row]));
  }
  return rows;
}

/** What another window does to a row after the write was made. */
interface Since {
  table: TableName;
  index: number;
  what: 'delete' | 'change' | 'changeEntry' | 'deleteEntry';
  minute: number;
}

const FIELD_CHANGES: Partial<Record<TableName, object>> = {
  household: { graceSeconds: 90, nightStart: '21:00' },
  children: { name: 'Since' },
  caregivers: { name: 'Since' },
  incidents: { causeId: 'noise', note: 'since', runbookId: 'double' },
  nights: { bedtimeAt: tonightAt('21:00'), morningAt: tonightAt('06:00') },
  chores: { title: 'Since' },
  observations: { childId: ZOE },
};

async function changeSince(db: InfernalDatabase, { table, index, what, minute }: Since): Promise<void> {
  const rows = (await db.table(table).toArray()).map(withoutIndexFields) as Incident[];
  const row = rows[index % Math.max(1, rows.length)];
  if (!row || (table === 'household' && what === 'delete')) return;
  const now = addMs(made, (minute + 1) * MINUTE_MS);
  const stamped = { ...row, updatedAt: now };
  const withEntry = (change: Partial<Entry>) => ({
    ...stamped,
    timeline: row.timeline.map((one, position) =>
      position === row.timeline.length - 1 ? ({ ...one, ...change, updatedAt: now } as Entry) : one,
    ),
  });
  const changed = (() => {
    if (what === 'delete') return { ...stamped, deletedAt: now };
    if (table !== 'incidents' || what === 'change') return { ...stamped, ...FIELD_CHANGES[table] };
    return what === 'deleteEntry' && row.timeline.length > 1
      ? withEntry({ deletedAt: now })
      : withEntry({ estimated: true });
  })();
  await db.table(table).put(table === 'incidents' ? toStoredIncident(changed as Incident) : changed);
}

/** Applies the write as the next start does. */
async function applyLate(db: InfernalDatabase, command: string): Promise<void> {
  await keepPending({ id: 'late', command, input: { ...WRITES[command], now: made } });
  await applyPending(db, appliedAt);
  expect(await pendingWrites()).toEqual([]);
}

/** Fails unless all that was said between two states is still said in a third. */
function expectSaidSinceStays(before: Rows, since: Rows, after: Rows): void {
  const expectKept = (old: object | undefined, said: object, now: object | undefined) => {
    for (const [field, value] of Object.entries(said)) {
      if (field === 'updatedAt' || field === 'timeline') continue;
      if (JSON.stringify(value) === JSON.stringify(old?.[field as never])) continue;
      expect(now?.[field as never], field).toEqual(value);
    }
  };
  for (const table of TABLE_NAMES) {
    for (const [id, said] of since[table]) {
      const now = after[table].get(id);
      if (said.deletedAt !== null) expect(now, `${table} ${id} stays deleted`).toEqual(said);
      expectKept(before[table].get(id), said, now);
      for (const one of (said.timeline ?? []) as Entry[]) {
        const entriesOf = (row: Record<string, unknown> | undefined) => (row?.timeline ?? []) as Entry[];
        const old = entriesOf(before[table].get(id)).find((other) => other.id === one.id);
        const kept = entriesOf(now).find((other) => other.id === one.id);
        if (one.deletedAt !== null || JSON.stringify(one) !== JSON.stringify(old)) expect(kept).toEqual(one);
      }
    }
  }
}

describe('a kept write that is applied late', () => {
  it('is tested here for every command that is kept', () => {
    const files = readdirSync('src/db').filter((name) => name.endsWith('.ts') && name !== 'door.ts');
    const declared = files.flatMap((name) => {
      const text = readFileSync(`src/db/${name}`, 'utf8');
      // From one declaration to the next, so that its options are included.
      const parts = text.split(/(?== command\()/).slice(1);
      return parts
        .filter((part) => !/^\s*(?:\{ retryAtStart: false \}|NOT_RETRIED),\n\);/m.test(part))
        .map((part) => /'(\w+)'/.exec(part)?.[1] ?? '?');
    });
    expect(declared.sort()).toEqual(Object.keys(WRITES).sort());
  });

  it.each(Object.keys(WRITES))('%s: is known to the door', (command) => {
    expect(findCommand(command)).toBeDefined();
  });

  const since = fc.array(
    fc.record<Since>({
      table: fc.constantFrom<TableName>(
        'incidents',
        'incidents',
        'children',
        'caregivers',
        'nights',
        'chores',
        'observations',
        'household',
      ),
      index: fc.nat({ max: 4 }),
      what: fc.constantFrom('delete', 'change', 'change', 'changeEntry', 'deleteEntry'),
      minute: fc.nat({ max: 200 }),
    }),
    { maxLength: 5 },
  );

  it.each(Object.keys(WRITES))('%s: keeps what was said since, revives nothing, and twice is once', async (command) => {
    await fc.assert(
      fc.asyncProperty(since, fc.boolean(), async (changes, wasWritten) => {
        const db = await newLog();
        // A write whose answer came too late is written and kept.
        if (wasWritten) await findCommand(command)?.(db, { ...WRITES[command], now: made } as never);
        const before = await readRows(db);
        for (const change of changes) await changeSince(db, change);
        const said = await readRows(db);
        await applyLate(db, command);
        const once = await readRows(db);
        expectSaidSinceStays(before, said, once);
        await applyLate(db, command);
        expect(await readRows(db)).toEqual(once);
        db.close();
      }),
      draws(30),
    );
  });
});

describe('a kept write that nobody contradicts', () => {
  it.each(Object.keys(WRITES).filter((command) => command !== 'ensureHousehold'))('%s: is written', async (command) => {
    const db = await newLog();
    const before = await readRows(db);
    await applyLate(db, command);
    expect(await readRows(db)).not.toEqual(before);
  });
});

describe('examples', () => {
  it('a past wake-up that was kept does not undo what was corrected since', async () => {
    const db = await householdDatabase();
    const input = { incidentId: past.id, childId: LEO, timeline: past.timeline, now: made };
    await addPastIncident(db, input);
    await changeIncident(db, { incidentId: past.id, change: { causeId: 'teething' }, now: addMs(made, MINUTE_MS) });
    await keepPending({ id: 'late', command: 'addPastIncident', input });
    await applyPending(db, appliedAt);
    expect(await db.incidents.get(past.id)).toMatchObject({ causeId: 'teething' });
  });

  it('a past wake-up that was kept stays deleted if it was deleted since', async () => {
    const db = await householdDatabase();
    const input = { incidentId: past.id, childId: LEO, timeline: past.timeline, now: made };
    await logPastWakeUp(db, past, made);
    await removeIncident(db, { incidentId: past.id, now: addMs(made, MINUTE_MS) });
    await keepPending({ id: 'late', command: 'addPastIncident', input });
    expect(await applyPending(db, appliedAt)).toMatchObject({ applied: 0, leftOut: 0 });
    expect((await db.incidents.get(past.id))?.deletedAt).not.toBeNull();
  });

  it('a corrected time that was kept does not replace a later correction', async () => {
    const db = await householdDatabase([past]);
    const [, end] = past.timeline;
    if (!end) throw new Error('no end');
    const later = addMs(made, MINUTE_MS) as Instant;
    await replaceEntry(db, { incidentId: past.id, entry: { ...end, at: tonightAt('01:15') }, now: later });
    await keepPending({ id: 'late', command: 'replaceEntry', input: { incidentId: past.id, entry: end, now: made } });
    await applyPending(db, appliedAt);
    expect((await db.incidents.get(past.id))?.resolvedAt).toBe(tonightAt('01:15'));
  });

  it('a name that was kept does not replace a later one, and one that was said before it is replaced', async () => {
    const db = await householdDatabase();
    await changeChild(db, { id: LEO, change: { name: 'Léonard' }, now: addMs(made, MINUTE_MS) });
    await keepPending({ id: 'late', command: 'changeChild', input: { id: LEO, change: { name: 'Léon' }, now: made } });
    await keepPending({ id: 'late 2', command: 'changeChild', input: { id: ZOE, change: { name: 'Zoë' }, now: made } });
    await applyPending(db, appliedAt);
    expect((await db.children.bulkGet([LEO, ZOE])).map((child) => child?.name)).toEqual(['Léonard', 'Zoë']);
  });

  it('a cry of a child that this log does not know is the first child’s, instead of being lost', async () => {
    const db = await householdDatabase();
    const detected = { ...moment, id: 'cry', at: made, by: null, via: 'tap' };
    const input = { incidentId: 'new', childId: 'of another log', detected, now: made };
    await keepPending({ id: 'late', command: 'openIncident', input });
    expect(await applyPending(db, appliedAt)).toMatchObject({ applied: 1 });
    expect(await db.incidents.get('new')).toMatchObject({ childId: LEO });
  });

  it('one that contradicts what was logged since is left out, and that is counted', async () => {
    const db = await householdDatabase([wakeUp('02:00', '03:00')]);
    const input = {
      incidentId: 'new',
      childId: LEO,
      timeline: [entry('detected', '02:30'), entry('resolved', '02:40')],
    };
    await keepPending({ id: 'late', command: 'addPastIncident', input: { ...input, now: made } });
    expect(await applyPending(db, appliedAt)).toMatchObject({ applied: 0, leftOut: 1 });
  });

  it('is not applied before an earlier cry for which there is no room', async () => {
    const db = await householdDatabase();
    for (const id of ['1', '2']) {
      const detected = { ...moment, id: `cry ${id}`, at: made, by: null, via: 'tap' };
      const input = { incidentId: id, childId: LEO, detected, now: made };
      await keepPending({ id, command: 'openIncident', input });
    }
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    });
    expect(await applyPending(db, appliedAt)).toMatchObject({ applied: 0, waiting: 2, failure: 'full' });
    expect(await applyPending(db, appliedAt)).toMatchObject({ waiting: 0 });
    expect(await db.incidents.toCollection().primaryKeys()).toEqual(['1']);
  });

  it('is not applied before an earlier one that the storage does not take yet', async () => {
    const db = await householdDatabase();
    const detected = { ...moment, id: 'cry', at: made, by: null, via: 'tap' } as const;
    await keepPending({
      id: '1',
      command: 'openIncident',
      input: { incidentId: 'new', childId: LEO, detected, now: made },
    });
    await keepPending({
      id: '2',
      command: 'addEntry',
      input: { incidentId: 'new', entry: entry('resolved', '04:10'), now: tonightAt('04:10') },
    });
    const broken = Object.create(db, { isReadOnly: { value: true }, whyReadOnly: { value: 'full' } });
    expect(await applyPending(broken, appliedAt)).toMatchObject({ applied: 0, waiting: 2, failure: 'full' });
    expect(await applyPending(db, appliedAt)).toMatchObject({ applied: 2, waiting: 0, failure: null });
    expect((await db.incidents.get('new'))?.resolvedAt).toBe(tonightAt('04:10'));
  });
});
