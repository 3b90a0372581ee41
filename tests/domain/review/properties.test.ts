import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverlap } from '@/domain/overlap';
import type { Proposal } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { Incident } from '@/domain/rows/incident';
import { parseRow } from '@/domain/rows/parseRow';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import type { Instant } from '@/lib/time';
import { draws } from '../../support/draws';
import { day } from '../../support/factories';
import { type RandomCase, randomCases } from '../../support/randomLog';
import { applyRepair, repairsOf, toReviewLog, withDuplicates } from '../../support/review';

/* Properties of the review for any log, including logs of two phones with overlapping incidents. */

const LONG_TIMEOUT = { timeout: 120_000 };
const SEED = 20_261_116;
const RUNS = draws(250, SEED);

/** An ordinary night, and one in which the clocks go back. */
const anyCase: fc.Arbitrary<RandomCase> = withDuplicates(
  fc.oneof(
    randomCases({ timeZone: 'Europe/Paris', middleNight: day('2026-11-16') }),
    randomCases({ timeZone: 'Europe/Paris', middleNight: day('2026-10-24') }),
    randomCases({ timeZone: 'Australia/Lord_Howe', middleNight: day('2026-04-04') }),
  ),
);

const proposalsOf = ({ log, now }: RandomCase): Proposal[] => propose(toReviewLog(log), now);

/** Checks a written row as a command would, beside all other rows. */
function refusalsOf(written: readonly Incident[], all: readonly Incident[], now: Instant) {
  return written.flatMap((row) => {
    const parsed = parseRow('incidents', row);
    const refusal = row.deletedAt === null ? (checkTimeline(row.timeline, now) ?? findOverlap(row, all, now)) : null;
    const ids = new Set(row.timeline.map(({ id }) => id));
    return [
      ...(parsed.ok ? [] : [parsed.broken.path]),
      ...(refusal ? [refusal.code] : []),
      ...(ids.size === row.timeline.length ? [] : ['an id twice']),
      ...(row.timeline.every(({ at }, n) => at >= (row.timeline[n - 1]?.at ?? 0)) ? [] : ['out of order']),
    ];
  });
}

it('the random logs contain every kind of proposal', LONG_TIMEOUT, () => {
  const kinds = new Map<string, number>();
  const count = (kind: string) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  for (const scene of fc.sample(anyCase, { numRuns: 250, seed: SEED }))
    for (const proposal of proposalsOf(scene)) {
      count(proposal.kind);
      if (proposal.kind === 'pair' && findOverlap(proposal.first, [proposal.second], scene.now))
        count('two that overlap');
      if (proposal.kind === 'forgotten' && proposal.upForDayRepair) count('perhaps up');
    }
  for (const kind of [
    'forgotten',
    'perhaps up',
    'pair',
    'two that overlap',
    'missingResponder',
    'missingCause',
    'unlogged',
  ])
    expect(kinds.get(kind), kind).toBeGreaterThan(20);
});

describe('the review of any log', () => {
  it('no repair makes a timeline invalid or incidents of a child overlap', LONG_TIMEOUT, () => {
    fc.assert(
      fc.property(anyCase, (scene) => {
        for (const proposal of proposalsOf(scene))
          for (const repair of repairsOf(proposal)) {
            const { log, written } = applyRepair(scene.log, repair, scene.now);
            expect(refusalsOf(written, log.incidents, scene.now), proposal.id).toEqual([]);
          }
      }),
      RUNS,
    );
  });

  it('what was answered or skipped is not asked again', LONG_TIMEOUT, () => {
    fc.assert(
      fc.property(anyCase, (scene) => {
        const all = proposalsOf(scene);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { id } of all)
          expect(propose(toReviewLog(scene.log), scene.now, new Set([id])).map((left) => left.id)).not.toContain(id);
        for (const proposal of all)
          for (const repair of repairsOf(proposal).slice(0, 2)) {
            const { log } = applyRepair(scene.log, repair, scene.now);
            // The first night of the log stays the same, although its first row was changed.
            const again = propose({ ...toReviewLog(log), firstNight: toReviewLog(scene.log).firstNight }, scene.now);
            expect(again.map(({ id }) => id)).not.toContain(proposal.id);
          }
      }),
      RUNS,
    );
  });

  it('all proposals can be answered in any order, until none is left', LONG_TIMEOUT, () => {
    fc.assert(
      fc.property(anyCase, fc.infiniteStream(fc.nat()), ({ log: first, now }, dice) => {
        let log = first;
        const { firstNight } = toReviewLog(first);
        const asked = new Set<string>();
        const skipped = new Set<string>();
        for (;;) {
          const left = propose({ ...toReviewLog(log), firstNight }, now, skipped);
          const next = left[(dice.next().value ?? 0) % left.length];
          if (!next) break;
          expect(asked).not.toContain(next.id);
          asked.add(next.id);
          const repairs = repairsOf(next);
          const repair = repairs[(dice.next().value ?? 0) % repairs.length];
          if (!repair) {
            // Moved by the difference, this would lie over another wake-up. It can only be skipped.
            expect(next).toMatchObject({ kind: 'wrongClock', isRefused: true });
            skipped.add(next.id);
            continue;
          }
          const after = applyRepair(log, repair, now);
          expect(refusalsOf(after.written, after.log.incidents, now), next.id).toEqual([]);
          log = after.log;
        }
      }),
      RUNS,
    );
  });
});
