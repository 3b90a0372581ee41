import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPending } from '@/db/applyPending';
import { readWholeLog, restoreLog } from '@/db/backup';
import { removeIncident } from '@/db/correctIncident';
import { applyEarlyTaps } from '@/db/earlyTaps';
import { addEntry } from '@/db/editIncident';
import { changeIncident, openIncident, reopenIncident, replaceEntry } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { keepPending } from '@/db/pending';
import { readIncident, readOpenIncidents } from '@/db/queries';
import { readTonight } from '@/db/tonight';
import { undo } from '@/db/undo';
import { parseBackup, serializeBackup } from '@/domain/backup';
import { nightOf } from '@/domain/night';
import type { Entry } from '@/domain/rows/incident';
import { createDetected, createReopened, createResolved } from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { findJustResolved, findReopenable, foldIncidents } from '@/domain/tonight';
import { type Instant, laterOf, MINUTE_MS } from '@/lib/time';
import { householdDatabase } from '../support/database';
import {
  at,
  day,
  entry,
  household,
  incident,
  LEO,
  MUM,
  nightRow,
  PARIS,
  tonightAt,
  wakeUp,
} from '../support/factories';

/*
 * The phone's clock ran ahead and was set right again, or the other way round. What lies in the
 * future then must not refuse or hide what is now (docs/data.md).
 */

const NIGHT = day('2026-11-16');
const now = tonightAt('02:43');

const open = (db: Parameters<typeof openIncident>[0], incidentId: string, clock: Instant) =>
  openIncident(db, {
    incidentId,
    childId: LEO,
    detected: createDetected({ id: `${incidentId} cry`, at: clock, now: clock }, MUM, 'tap'),
    now: clock,
  });

const AHEAD: [string, Instant][] = [
  ['20 minutes', at('2026-11-17 03:03')],
  ['6 hours', at('2026-11-17 08:43')],
  ['10 hours', at('2026-11-17 13:00')],
  ['a day', at('2026-11-18 02:43')],
  ['two days', at('2026-11-19 02:43')],
  ['a year', at('2027-11-17 02:43')],
  ['the year 2038', at('2038-01-19 04:14')],
  ['the year 2100', at('2100-01-01 02:43')],
];

describe.each(AHEAD)('a wake-up that was tapped while the clock was ahead by %s', (_ahead, ahead) => {
  const openAhead = incident([entry('detected', ahead, { id: 'cry' })], { id: 'ahead' });

  it('is on Tonight while it is open', async () => {
    const db = await householdDatabase([openAhead]);
    expect((await readTonight(db, NIGHT, household())).incidents.map(({ id }) => id)).toEqual(['ahead']);
  });

  it('ends with a tap, at the time of its last entry', async () => {
    const db = await householdDatabase([openAhead]);
    const { at: endsAt, estimated } = tapTime(openAhead.timeline, now);
    const resolved = createResolved({ id: 'end', at: endsAt, estimated, now: laterOf(endsAt, now) }, MUM, 'settled');
    expect(await addEntry(db, { incidentId: 'ahead', entry: resolved, now: resolved.updatedAt })).toMatchObject({
      ok: true,
    });
    expect((await readOpenIncidents(db)).rows).toEqual([]);
  });

  it('can be moved into this night, and deleted', async () => {
    const db = await householdDatabase([openAhead]);
    const [cry] = openAhead.timeline;
    const moved = { ...(cry as Entry), at: tonightAt('02:30') };
    expect(await replaceEntry(db, { incidentId: 'ahead', entry: moved, now })).toMatchObject({ ok: true });
    expect(await removeIncident(db, { incidentId: 'ahead', now })).toMatchObject({ ok: true });
  });

  it('keeps its other facts correctable: a cause and a note can be added', async () => {
    const db = await householdDatabase([openAhead]);
    const change = { causeId: 'noise', note: 'the bin lorry' } as const;
    expect(await changeIncident(db, { incidentId: 'ahead', change, now })).toMatchObject({ ok: true });
  });

  it('does not swallow a new cry: it is ended as an estimate, and one undo brings both back', async () => {
    const db = await householdDatabase([openAhead]);
    const result = await open(db, 'new', now);
    expect(result).toMatchObject({ ok: true, value: { opened: true } });
    expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['new']);
    const ended = await readIncident(db, 'ahead');
    expect(ended?.timeline.at(-1)).toMatchObject({ kind: 'resolved', at: ahead, estimated: true });
    if (!result.ok || !result.value.opened) throw new Error('nothing to undo');
    expect(await undo(db, { undo: result.value.undo, now })).toEqual({ ok: true, value: null });
    expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['ahead']);
  });

  it('does not refuse a new cry, its end or “awake again” once it is over', async () => {
    const over = incident([entry('detected', ahead), entry('resolved', (ahead + 5 * MINUTE_MS) as Instant)], {
      id: 'over',
    });
    const db = await householdDatabase([over]);
    expect(await open(db, 'new', now)).toMatchObject({ ok: true, value: { opened: true } });
    // The end may reach over the wrongly dated incident.
    const endsAt = (now + 40 * MINUTE_MS) as Instant;
    const resolved = createResolved({ id: 'end', at: endsAt, now: endsAt }, MUM, 'settled');
    expect(await addEntry(db, { incidentId: 'new', entry: resolved, now: endsAt })).toMatchObject({ ok: true });
    const again = createReopened({ id: 'again', at: endsAt, now: endsAt });
    expect(await reopenIncident(db, { incidentId: 'new', entry: again, now: endsAt })).toMatchObject({ ok: true });
  });

  it('is not what “awake again” reopens, nor what was just resolved', () => {
    const over = foldIncidents([incident([entry('detected', ahead), entry('resolved', ahead)])]);
    expect(findReopenable(over, LEO, now)).toBeNull();
    expect(findJustResolved(over, now)).toBeNull();
  });

  it('comes back from the backup that the app has saved', async () => {
    const db = await householdDatabase([openAhead]);
    const { log } = await readWholeLog(db);
    const text = serializeBackup({ exportedAt: ahead, log });
    const parsed = parseBackup(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const other = await householdDatabase();
    expect(await restoreLog(other, { log: parsed.backup.log, mode: 'merge', now })).toEqual({
      ok: true,
      value: { ok: true },
    });
    expect(await readIncident(other, 'ahead')).toEqual(openAhead);
  });
});

it('still refuses a time in the future that somebody types', async () => {
  const db = await householdDatabase([wakeUp('01:00', '01:10')]);
  const typed = { ...entry('resolved', '05:00'), id: 'typed' };
  expect(await addEntry(db, { incidentId: '01:00 to 01:10', entry: typed, now })).toMatchObject({ ok: false });
});

it('logs an early tap although a wake-up lies in the future', async () => {
  const ahead = incident([entry('detected', '13:00'), entry('resolved', '13:10')], { id: 'ahead' });
  const db = await householdDatabase([ahead]);
  await storeEarlyTap({ id: 'early-1', at: now, child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toMatchObject({ openedCount: 1 });
  expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['early-1']);
});

it('logs an early tap although an open wake-up lies in the future', async () => {
  const db = await householdDatabase([incident([entry('detected', at('2027-01-01 02:00'))], { id: 'ahead' })]);
  await storeEarlyTap({ id: 'early-2', at: now, child: LEO });
  expect(await applyEarlyTaps(db, null, now)).toMatchObject({ openedCount: 1 });
});

it('logs “Good morning” although a wrong clock has dated the bedtime after it', async () => {
  const db = await householdDatabase();
  await db.nights.put(nightRow({ bedtimeAt: tonightAt('10:00') }));
  const change = { morningAt: tonightAt('06:50') };
  expect(await changeNight(db, { night: NIGHT, change, now: tonightAt('06:50') })).toMatchObject({ ok: true });
});

/*
 * Any taps under a clock that jumps: each acknowledged tap is an entry of the log afterwards, the
 * next cry is always accepted, at most one incident is open, and the log can be saved and read
 * back.
 */
it('keeps every acknowledged tap, whatever the clock does between the taps', async () => {
  const MINUTES_PER_JUMP = [-20, 20, 360, -360, 600, -600, 1440, -1440, 525_600, -525_600, 5_900_000, 1, 3, 15];
  const steps = fc.array(
    fc.record({ minutes: fc.constantFrom(...MINUTES_PER_JUMP), tap: fc.constantFrom('woke', 'asleep', 'early') }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (drawn) => {
      const db = await householdDatabase();
      const acknowledged: string[] = [];
      let clock: Instant = now;
      for (const [index, { minutes, tap }] of drawn.entries()) {
        clock = laterOf((clock + minutes * MINUTE_MS) as Instant, 0 as Instant);
        const [shown] = foldIncidents((await readTonight(db, nightOf(clock, PARIS), household())).incidents).filter(
          ({ state }) => state.isOpen,
        );
        if (tap === 'asleep') {
          if (!shown) continue;
          const { at: endsAt, estimated } = tapTime(shown.incident.timeline, clock);
          const end = createResolved(
            { id: `end ${index}`, at: endsAt, estimated, now: laterOf(endsAt, clock) },
            MUM,
            'settled',
          );
          const write = { incidentId: shown.incident.id, entry: end, now: end.updatedAt };
          expect(await addEntry(db, write)).toMatchObject({ ok: true });
          acknowledged.push(end.id);
          continue;
        }
        if (tap === 'early') {
          await storeEarlyTap({ id: `early-${index}`, at: clock, child: LEO });
          if ((await applyEarlyTaps(db, MUM, clock)).openedCount === 1) acknowledged.push(`early-${index}-detected`);
          else expect(shown).toBeDefined();
          continue;
        }
        const result = await open(db, `woke ${index}`, clock);
        expect(result).toMatchObject({ ok: true });
        if (result.ok && result.value.opened) acknowledged.push(`woke ${index} cry`);
        else expect(shown).toBeDefined();
      }
      const { log } = await readWholeLog(db);
      const liveIds = log.incidents
        .filter(({ deletedAt }) => deletedAt === null)
        .flatMap(({ timeline }) => timeline.map(({ id }) => id));
      for (const id of acknowledged) expect(liveIds).toContain(id);
      expect(log.incidents.filter(({ timeline }) => foldTimeline(timeline)?.isOpen).length).toBeLessThanOrEqual(1);
      const text = serializeBackup({ exportedAt: clock, log });
      const parsed = parseBackup(text);
      expect(parsed).toMatchObject({ ok: true });
      if (parsed.ok) expect(serializeBackup(parsed.backup)).toBe(text);
    }),
    { numRuns: 60 },
  );
});

/** Stores a tap as public/early.js does. */
function storeEarlyTap(tap: { id: string; at: Instant; child: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('infernalops-early', 10);
    opening.onupgradeneeded = () => opening.result.createObjectStore('taps', { keyPath: 'id' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('taps', 'readwrite');
      transaction.objectStore('taps').put(tap);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

it('applies a kept “Baby woke” of a clock that ran ahead, although it lies in the future now', async () => {
  const db = await householdDatabase();
  const ahead = tonightAt('13:00');
  const detected = createDetected({ id: 'cry', at: ahead, now: ahead }, null, 'tap');
  await keepPending({
    id: '1',
    command: 'openIncident',
    input: { incidentId: 'kept', childId: LEO, detected, now: ahead },
  });
  expect(await applyPending(db, now)).toMatchObject({ applied: 1 });
  expect((await readOpenIncidents(db)).rows.map(({ id }) => id)).toEqual(['kept']);
});

it('refuses a kept “Baby woke” if the same wake-up was logged and ended since', async () => {
  const db = await householdDatabase([wakeUp('02:43', '03:03')]);
  const detected = createDetected({ id: 'cry', at: now, now }, null, 'tap');
  await keepPending({ id: '1', command: 'openIncident', input: { incidentId: 'kept', childId: LEO, detected, now } });
  expect(await applyPending(db, tonightAt('09:00'))).toMatchObject({ applied: 0 });
  expect((await readOpenIncidents(db)).rows).toEqual([]);
});
