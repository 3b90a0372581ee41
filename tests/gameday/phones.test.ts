import { describe, expect, it } from 'vitest';
import { pageToAnswer } from '@/domain/paging/pageToAnswer';
import type { Entry } from '@/domain/rows/incident';
import { foldIncidents } from '@/domain/tonight';
import { nextOfPhone } from '@/gameday/nextOfPhone';
import { DRILL_RATES, simulatedAnswer } from '@/gameday/simulatedAnswer';
import { addMs } from '@/lib/time';
import { DAD, entry, incident, tonightAt } from '../support/factories';
import { standard } from '../support/runbooks';

const RATES = { seed: 7, ...DRILL_RATES };
/** Ids as the app makes them: those of a night differ in a few letters only. */
const PAGES = Array.from({ length: 20_000 }, (_, index) => `0199-${index.toString(16)}/wake-dad/escalated`);

describe('simulatedAnswer', () => {
  it('wakes for one page in five and can’t for one in twenty, in any GameDay', () => {
    for (const seed of [0, 7, 4_294_967_295, 9_007_199_254_740_991]) {
      const answers = PAGES.map((id) => simulatedAnswer(id, { ...RATES, seed }).answer);
      const shareOf = (answer: 'up' | 'declined') => answers.filter((given) => given === answer).length / PAGES.length;
      // Four standard deviations of 20,000 draws are 0.011 and 0.006.
      expect(Math.abs(shareOf('up') - 0.2)).toBeLessThan(0.012);
      expect(Math.abs(shareOf('declined') - 0.05)).toBeLessThan(0.007);
    }
  });

  it('rings after about two seconds, and is answered a few seconds after that', () => {
    const answers = PAGES.map((id) => simulatedAnswer(id, RATES));
    const isWithin = (values: readonly number[], [min, max]: readonly [number, number]) =>
      values.every((value) => value >= min && value <= max);
    const delivered = answers.map(({ deliveredAfterMs }) => deliveredAfterMs);
    expect(isWithin(delivered, [1500, 2500])).toBe(true);
    const answered = answers.flatMap(({ answerAfterMs }) => answerAfterMs ?? []);
    expect(answered.length).toBeGreaterThan(0);
    expect(isWithin(answered, [4000, 9000])).toBe(true);
    expect(answers.filter(({ answer, answerAfterMs }) => (answer === null) !== (answerAfterMs === null))).toEqual([]);
  });

  it('gives the same page the same answer, and another one in another GameDay', () => {
    const answersOf = (seed: number) => PAGES.slice(0, 100).map((id) => simulatedAnswer(id, { ...RATES, seed }));
    expect(answersOf(7)).toEqual(answersOf(7));
    expect(answersOf(7)).not.toEqual(answersOf(8));
  });

  it('always wakes, or never, if the rates say so', () => {
    const given = (wakes: number) =>
      new Set(PAGES.map((id) => simulatedAnswer(id, { seed: 7, wakes, declines: 0 }).answer));
    expect(given(1)).toEqual(new Set(['up']));
    expect(given(0)).toEqual(new Set([null]));
  });
});

describe('nextOfPhone', () => {
  const SEED = 7;
  const idOf = (answer: 'up' | 'declined' | null) => {
    const id = PAGES.find((page) => simulatedAnswer(page, RATES).answer === answer);
    if (id === undefined) throw new Error(`no page is answered ${answer}`);
    return id;
  };
  /** What Dad's phone says next about a page of 2:44:00, whose step lasts a minute. */
  const next = (id: string, later: Entry[], now = '02:44:00') => {
    const timeline = [entry('detected', '02:43:00'), entry('escalated', '02:44:00', { id, via: 'page' }), ...later];
    const folded = foldIncidents([incident(timeline, { runbookId: standard.id })]);
    const toAnswer = pageToAnswer(folded, [standard], DAD);
    return toAnswer && nextOfPhone(toAnswer, SEED, tonightAt(now));
  };
  const delivered = entry('delivered', '02:44:02');

  it('first rings', () => {
    const id = idOf('up');
    const at = addMs(tonightAt('02:44:00'), simulatedAnswer(id, RATES).deliveredAfterMs);
    expect(next(id, [])).toEqual({ kind: 'delivered', at });
  });

  it.each(['up', 'declined'] as const)('then says “%s”, counted from when it rang', (answer) => {
    const id = idOf(answer);
    const at = addMs(tonightAt('02:44:02'), simulatedAnswer(id, RATES).answerAfterMs ?? 0);
    expect(next(id, [delivered])).toEqual({ kind: answer, at });
  });

  it('or stays silent', () => {
    expect(next(idOf(null), [delivered])).toBeNull();
  });

  it('says what was due while no window was open, unless its step is over', () => {
    const id = idOf('up');
    expect(next(id, [delivered], '02:44:40')?.kind).toBe('up');
    expect(next(id, [delivered], '02:45:00')).toBeNull();
    expect(next(id, [], '02:45:00')).toBeNull();
  });

  it('says nothing that would come after its step', () => {
    expect(next(idOf('up'), [entry('delivered', '02:44:57')])).toBeNull();
  });

  it('says nothing once somebody is up, or the child is asleep again', () => {
    expect(next(idOf('up'), [delivered, entry('acknowledged', '02:44:04')])).toBeNull();
    expect(next(idOf('up'), [delivered, entry('resolved', '02:44:04')])).toBeNull();
  });
});
