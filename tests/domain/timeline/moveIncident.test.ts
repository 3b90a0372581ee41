import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTimeline, recoveryMs } from '@/domain/timeline/foldTimeline';
import { moveToDay } from '@/domain/timeline/moveIncident';
import type { Day, Instant } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { at, day, entry, incident, PARIS, tonightAt } from '../../support/factories';

const now = at('2026-11-23 10:00');
const row = incident([
  entry('detected', at('2026-11-17 02:43:25')),
  entry('remedy', '02:50', { deletedAt: tonightAt('08:00') }),
  entry('resolved', '03:03'),
]);

function moved(to: Day, from = row) {
  const result = moveToDay(from, to, PARIS, now);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('an incident that is moved to another day', () => {
  it('keeps its times on the wall, its seconds and what was deleted in it', () => {
    expect(moved(day('2026-11-20')).timeline.map((line) => line.at)).toEqual([
      at('2026-11-20 02:43:25'),
      at('2026-11-20 02:50'),
      at('2026-11-20 03:03'),
    ]);
    expect(moved(day('2026-11-20')).timeline[1]?.deletedAt).toBe(tonightAt('08:00'));
  });

  it('lasts as long across a change of the clocks, and begins when they went forward over its time', () => {
    // In Paris the clocks went from 2:00 to 3:00 on 29 March 2026: there was no 2:43.
    const spring = moved(day('2026-03-29'));
    expect(spring.timeline[0]?.at).toBe(at('2026-03-29 03:00:25'));
    const durations = [spring, row].map((folded) => {
      const state = foldTimeline(folded.timeline);
      return state && recoveryMs(state);
    });
    expect(durations[0]).toBe(durations[1]);
  });

  it('keeps its time on the wall of the zone in which that night was lived', () => {
    const zone = { timeZone: 'America/New_York', formerZones: [{ until: day('2026-11-18'), timeZone: PARIS }] };
    const result = moveToDay(row, day('2026-11-20'), zone, now);
    expect(result.ok && result.value.timeline[0]?.at).toBe(at('2026-11-20 02:43:25', 'America/New_York'));
  });

  it('is refused in the future, and is the same object on its own day', () => {
    expect(moveToDay(row, day('2026-11-24'), PARIS, now)).toEqual({ ok: false, refusal: { code: 'inFuture' } });
    expect(moved(day('2026-11-17'))).toBe(row);
  });

  it('comes back by the way it went, from any night without a change of the clocks on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
        const start = (at('2026-11-18 00:00') + seconds * 1000) as Instant;
        const first = incident([entry('detected', start), entry('resolved', (start + 600_000) as Instant)]);
        const there = moved(addDays(day('2026-11-18'), -days), first);
        expect(moved(day('2026-11-18'), there).timeline.map((line) => line.at)).toEqual(
          first.timeline.map((line) => line.at),
        );
      }),
    );
  });
});
