import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeIncident } from '@/db/correctIncident';
import type { InfernalDatabase } from '@/db/database';
import { addEntry } from '@/db/editIncident';
import { openIncident } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { openOverlay } from '@/db/overlay';
import { pendingWrites } from '@/db/pending';
import { addChild } from '@/db/people';
import { readIncidentsBetween, readOpenIncidents, readPeople } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { undo } from '@/db/undo';
import { TABLE_NAMES } from '@/domain/rows/tables';
import type { Undo } from '@/domain/undo';
import { addMs, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import { freshDatabaseName, householdDatabase, logPastWakeUp, logWakeUp } from '../support/database';
import { day, entry, household, incident, LEO, tonightAt, ZOE } from '../support/factories';

const now = tonightAt('09:00');
const overlayOn = (base: InfernalDatabase) => openOverlay(base, 'full', now);

describe('an overlay', () => {
  it('shows the log with what was written to it, and leaves the log as it is', async () => {
    const base = await householdDatabase([incident([entry('detected', '01:00'), entry('resolved', '01:10')])]);
    const overlay = await overlayOn(base);
    expect(await logWakeUp(overlay)).toMatchObject({ ok: true, value: { opened: true } });
    await changeNight(overlay, { night: day('2026-11-16'), change: { bedtimeAt: tonightAt('20:30') }, now });
    const tonight = await readTonight(overlay, day('2026-11-16'), household());
    expect(tonight.incidents.map(({ id }) => id)).toEqual(['incident', 'woke 02:43']);
    expect(tonight.nightRow?.bedtimeAt).toBe(tonightAt('20:30'));
    expect(await base.incidents.count()).toBe(1);
    expect(await base.nights.count()).toBe(0);
    overlay.close();
  });

  it('goes on with the night: asleep again, the next wake-up, and both are kept in their order', async () => {
    const base = await householdDatabase();
    const overlay = await overlayOn(base);
    await logWakeUp(overlay);
    await addEntry(overlay, { incidentId: 'woke 02:43', entry: entry('resolved', '03:03'), now: tonightAt('03:03') });
    await logWakeUp(overlay, '04:10');
    expect((await readOpenIncidents(overlay)).rows.map(({ id }) => id)).toEqual(['woke 04:10']);
    expect((await pendingWrites()).map(({ command }) => command)).toEqual(['openIncident', 'addEntry', 'openIncident']);
    overlay.close();
    // The next start, while the storage is still full.
    const next = await overlayOn(base);
    expect(await next.incidents.count()).toBe(2);
    next.close();
  });

  it('keeps nothing of a command that is refused, and rolls it back', async () => {
    const overlay = await overlayOn(await householdDatabase());
    await logWakeUp(overlay);
    expect(await addEntry(overlay, { incidentId: 'woke 02:43', entry: entry('note', '01:00'), now })).toMatchObject({
      refusal: { code: 'beforeDetected' },
    });
    expect(await pendingWrites()).toHaveLength(1);
    expect((await overlay.incidents.get('woke 02:43'))?.timeline).toHaveLength(1);
    overlay.close();
  });

  it('reports the failure for a command that is not tried again', async () => {
    const overlay = await overlayOn(await householdDatabase());
    const { addNap } = await import('@/db/naps');
    const nap = { napId: 'nap', caregiverId: 'mum', startedAt: tonightAt('08:00'), endedAt: tonightAt('08:20'), now };
    expect(await addNap(overlay, nap)).toEqual({ ok: false, failure: 'full', dropped: true });
    overlay.close();
  });
});

describe('every read of an overlay', () => {
  type Step = { kind: 'wake' | 'sleep' | 'remove' | 'past' | 'child' | 'undo'; child: string; minute: number };
  const steps = fc.array(
    fc.record<Step>({
      kind: fc.constantFrom('wake', 'wake', 'sleep', 'remove', 'past', 'child', 'undo'),
      child: fc.constantFrom(LEO, ZOE),
      minute: fc.integer({ min: 0, max: 500 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  /** Does the same as a person would, with the same ids on every database. */
  async function run(db: InfernalDatabase, { kind, child, minute }: Step, number: number, undos: Undo[]) {
    const at = addMs(tonightAt('20:30'), minute * MINUTE_MS);
    const moment = { at, estimated: false, updatedAt: at, deletedAt: null };
    const result = await (async () => {
      if (kind === 'wake') {
        const detected = { ...moment, id: `${number}-cry`, by: null, via: 'tap' } as const;
        return openIncident(db, { incidentId: `wake-${number}`, childId: child, detected, now });
      }
      if (kind === 'child') return addChild(db, { id: `child-${number}`, name: `Child ${number}`, now });
      const latestUndo = undos.at(-1);
      if (kind === 'undo') return latestUndo ? undo(db, { undo: latestUndo, now }) : null;
      const [open] = (await readOpenIncidents(db)).rows;
      if (kind === 'past')
        return logPastWakeUp(db, {
          ...incident([entry('detected', '19:00'), entry('resolved', '19:05')]),
          id: `past-${number}`,
          childId: child,
        });
      if (!open) return null;
      if (kind === 'remove') return removeIncident(db, { incidentId: open.id, now });
      const end = { ...moment, id: `${number}-end`, kind: 'resolved', outcome: 'settled', by: null } as const;
      return addEntry(db, { incidentId: open.id, entry: end, now });
    })();
    if (result?.ok && result.value && 'undo' in result.value) undos.push(...[result.value.undo].flat());
    return result?.ok ?? null;
  }

  /** Reads in all ways of the app: by key, by index, in both directions, with limits. */
  async function readAll(db: InfernalDatabase) {
    const from = tonightAt('18:00');
    const byIndex = db.incidents.orderBy('detectedAt');
    return {
      rows: await Promise.all(TABLE_NAMES.map((table) => db.table(table).toArray())),
      counts: await Promise.all(TABLE_NAMES.map((table) => db.table(table).count())),
      between: await readIncidentsBetween(db, from, addMs(from, 4 * HOUR_MS) as Instant),
      countBetween: await db.incidents
        .where('detectedAt')
        .between(from, addMs(from, 4 * HOUR_MS))
        .count(),
      tonight: await readTonight(db, day('2026-11-16'), household()),
      people: await readPeople(db),
      last: await byIndex.last(),
      first: await db.incidents.orderBy('detectedAt').first(),
      keys: await db.incidents.orderBy('detectedAt').keys(),
      lastTwo: await db.incidents.orderBy('detectedAt').reverse().limit(2).toArray(),
      filtered: await db.incidents
        .where('[childId+detectedAt]')
        .between([LEO, 0], [LEO, Number.POSITIVE_INFINITY], true, true)
        .reverse()
        .filter(({ deletedAt }) => deletedAt === null)
        .limit(3)
        .toArray(),
      offset: await db.incidents.orderBy('detectedAt').offset(1).limit(2).primaryKeys(),
      some: await db.incidents.bulkGet(['wake-0', 'wake-1', 'incident', 'none']),
    };
  }

  it('is that of a log in which the same was written', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, async (before, after) => {
        const name = freshDatabaseName();
        const plain = await householdDatabase([], name);
        const other = await householdDatabase();
        const undos: [Undo[], Undo[]] = [[], []];
        for (const [number, step] of before.entries()) {
          await run(plain, step, number, undos[0]);
          await run(other, step, number, undos[1]);
        }
        const overlay = await overlayOn(other);
        const unwritten = await readAll(other);
        for (const [number, step] of after.entries()) {
          expect(await run(overlay, step, number + 100, undos[1])).toEqual(
            await run(plain, step, number + 100, undos[0]),
          );
          expect(await readAll(overlay)).toEqual(await readAll(plain));
        }
        expect(await readAll(other)).toEqual(unwritten);
        overlay.close();
        const { forgetPending } = await import('@/db/pending');
        for (const { id } of await pendingWrites()) await forgetPending(id);
      }),
      { numRuns: 25 },
    );
  });
});
