import { describe, expect, it } from 'vitest';
import { ageOf } from '@/domain/age';
import { parseBackup, serializeBackup } from '@/domain/backup';
import { parseRow } from '@/domain/rows/parseRow';
import { TABLE_NAMES } from '@/domain/rows/tables';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { END, FIRST_NIGHT, instantsIn, LAST_NIGHT, NAMES, overlapsIn, SEEDS, simulate, stateOf } from './support';

describe.each(SEEDS)('the log of seed %i', (seed) => {
  const log = simulate(seed);

  it('the log has rows that the schemas accept unchanged, with their fields in the schema’s order', () => {
    for (const table of TABLE_NAMES) {
      const rows = table === 'household' ? [log.household] : log[table];
      expect(rows.length).toBeGreaterThan(0);
      const changed = rows.filter((row) => {
        const parsed = parseRow(table, row);
        return !parsed.ok || JSON.stringify(parsed.row) !== JSON.stringify(row);
      });
      expect(changed).toEqual([]);
    }
  });

  it('the log has possible timelines, and no open incident', () => {
    const broken = log.incidents.flatMap(({ timeline }) => checkTimeline(timeline, END) ?? []);
    expect(broken).toEqual([]);
    expect(log.incidents.filter((incident) => stateOf(incident).isOpen)).toEqual([]);
  });

  it('the log can be restored from a backup file, byte for byte', () => {
    const text = serializeBackup({ exportedAt: END, log });
    const read = parseBackup(text);
    expect(read.ok && serializeBackup(read.backup)).toBe(text);
  });

  it('the log never has two incidents of one child at once', () => {
    expect(overlapsIn(log)).toEqual([]);
  });

  it('the log lies between noon of its first day and noon after its last night, with rows sorted by time', () => {
    const instants = instantsIn(log).map(([, at]) => at);
    expect(Math.min(...instants)).toBe(log.household.updatedAt);
    expect(Math.max(...instants)).toBeLessThan(END);
    for (const { id } of log.nights) expect(id >= FIRST_NIGHT && id <= LAST_NIGHT).toBe(true);
    const inOrder = (times: readonly (number | string)[]) => expect(times).toEqual([...times].sort());
    inOrder(log.incidents.map((incident) => stateOf(incident).detectedAt));
    inOrder(log.nights.map(({ id }) => id));
    inOrder(log.observations.map(({ at }) => at));
    inOrder(log.chores.map(({ deferredAt }) => deferredAt));
    inOrder(log.naps.map(({ startedAt }) => startedAt));
  });

  it('everything is logged when it happens or later, with each row stamped at its last change', () => {
    const wrong = log.incidents.filter(({ updatedAt, timeline }) =>
      timeline.some((entry) => {
        const late = entry.updatedAt > entry.at;
        return entry.updatedAt < entry.at || updatedAt < entry.updatedAt || (late && !entry.estimated);
      }),
    );
    expect(wrong).toEqual([]);
    for (const { updatedAt, bedtimeAt, morningAt } of log.nights)
      expect(updatedAt).toBeGreaterThanOrEqual(Math.max(bedtimeAt ?? 0, morningAt ?? 0));
    for (const { updatedAt, deferredAt, paidAt } of log.chores) expect(updatedAt).toBe(paidAt ?? deferredAt);
    for (const { updatedAt, startedAt, endedAt } of log.naps) {
      expect(updatedAt).toBe(endedAt);
      expect(endedAt).toBeGreaterThan(startedAt);
    }
  });

  it('the log has unique ids that the app could not make: UUIDs of version 4', () => {
    const ids = TABLE_NAMES.flatMap((table) => {
      if (table === 'household' || table === 'nights') return [];
      const steps = log.runbooks.flatMap(({ steps }) => steps);
      const inner =
        table === 'runbooks' ? steps : table === 'incidents' ? log.incidents.flatMap((i) => i.timeline) : [];
      return [...log[table], ...inner].map(({ id }) => id);
    });
    expect(new Set(ids).size).toBe(ids.length);
    const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(ids.filter((id) => !version4.test(id))).toEqual([]);
  });

  it('the log refers only to people and runbooks in the log', () => {
    const people = new Set(log.caregivers.map(({ id }) => id));
    const children = new Set(log.children.map(({ id }) => id));
    const runbooks = new Set(log.runbooks.map(({ id }) => id));
    for (const { childId, runbookId } of log.incidents) {
      expect(children).toContain(childId);
      if (runbookId !== null) expect(runbooks).toContain(runbookId);
    }
    const named = log.incidents
      .flatMap(({ timeline }) => timeline)
      .flatMap((entry) => ('by' in entry ? entry.by : 'to' in entry ? entry.to : null) ?? []);
    expect(new Set(named)).toEqual(people);
    for (const { childId } of [...log.episodes, ...log.observations]) expect(children).toContain(childId);
    for (const { caregiverId } of log.naps) expect(people).toContain(caregiverId);
  });
});

describe('the simulated household', () => {
  const log = simulate(1);

  it('the household has the names it was given, and children of 9 and 27 months', () => {
    expect(log.children.map(({ name }) => name)).toEqual(NAMES.children);
    expect(log.caregivers.map(({ name, fatigueLimit }) => [name, fatigueLimit])).toEqual([
      ['Mum', null],
      ['Dad', 3],
    ]);
    for (const seed of SEEDS) {
      const ages = simulate(seed, { weeks: 0 }).children.map(
        ({ birthDate }) => birthDate && ageOf(birthDate, LAST_NIGHT).count,
      );
      expect(ages).toEqual([9, 27]);
    }
  });

  it('the household has a rota of alternating nights, with a hand-over in every other one', () => {
    const [mum, dad] = log.caregivers.map(({ id }) => id);
    expect(log.household.rotation).toEqual({
      anchor: FIRST_NIGHT,
      slots: [
        { primary: mum, secondary: dad, handoverAt: '03:00' },
        { primary: dad, secondary: mum, handoverAt: null },
      ],
    });
  });

  it('the household has a runbook for each case, and no feed in the degraded one', () => {
    expect(log.runbooks.map(({ trigger, name }) => [trigger, name])).toEqual(Object.entries(NAMES.runbookNames));
    const [standard, degraded] = log.runbooks.map(({ steps }) => steps.map(({ remedy }) => remedy));
    expect(standard).toContain('feed');
    expect(degraded).not.toContain('feed');
    expect(log.runbooks[0]?.steps[0]).toMatchObject({ kind: 'wait', seconds: 30, title: 'Wait' });
  });

  it('the log has no nights when the options ask for 0 weeks', () => {
    const { incidents, nights, chores, children } = simulate(1, { weeks: 0 });
    expect([incidents, nights, chores].flat()).toEqual([]);
    expect(children).toHaveLength(2);
  });

  it('the log has no chores or notes other than those of the options', () => {
    const { notes: _, reportNotes: __, ...words } = NAMES.words;
    const silent = simulate(1, { names: { ...NAMES, words: { ...words, chores: [], notes: [] } } });
    expect(silent.chores).toEqual([]);
    expect(silent.incidents.filter(({ note, forReport }) => note !== '' || forReport)).toEqual([]);
    expect(silent.incidents.flatMap(({ timeline }) => timeline).filter(({ kind }) => kind === 'note')).toEqual([]);
  });
});
