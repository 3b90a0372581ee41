import { describe, expect, it } from 'vitest';
import { isSilent, type QuestionFacts, questionOf, wayOutOf } from '@/domain/question';
import type { Entry } from '@/domain/rows/incident';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { DAD, entry, MUM, tonightAt } from '../support/factories';
import { step } from '../support/runbooks';

const CRY = entry('detected', '02:43');

/** The facts of a child who has been awake since 02:43 at Mum's, without a runbook. */
function facts(entries: Entry[] = [], more: Partial<QuestionFacts> = {}): QuestionFacts {
  const state = foldTimeline([CRY, ...entries]);
  if (!state) throw new Error('the timeline has a beginning');
  return {
    state,
    currentStep: null,
    caregivers: [DAD, MUM],
    holderId: MUM,
    heardAt: null,
    graceSeconds: 30,
    remedies: ['feed', 'cuddle', 'song'],
    ...more,
  };
}
const atStep = (kind: Parameters<typeof step>[0], more: object = {}, current: object = {}) => ({
  currentStep: { step: step(kind, 'Step', more), targetId: null, answers: [], ...current },
});
const ask = (given: QuestionFacts, time: string) => questionOf(given, tonightAt(time));
const mumIsUp = entry('acknowledged', '02:45', { by: MUM });

describe('without a runbook', () => {
  it('asks who goes, first whoever holds the phone', () => {
    expect(ask(facts(), '02:44')).toEqual({ kind: 'whoGoes', ids: [MUM, DAD] });
  });

  it('asks what is tried once somebody is up', () => {
    expect(ask(facts([mumIsUp]), '02:46')).toEqual({ kind: 'remedies' });
  });

  it('does not offer the one who has just not woken', () => {
    const silent = entry('noResponse', '02:44', { by: DAD });
    expect(ask(facts([silent]), '02:45')).toEqual({ kind: 'whoGoes', ids: [MUM] });
  });

  it('offers them again when the child is awake again, and after they were up', () => {
    const silent = entry('noResponse', '02:44', { by: DAD });
    const again = [silent, entry('resolved', '02:50'), entry('reopened', '02:55')];
    expect(ask(facts(again), '02:56')).toEqual({ kind: 'whoGoes', ids: [MUM, DAD] });
    const back = [silent, entry('acknowledged', '02:46', { by: DAD }), entry('stoodDown', '02:48', { by: DAD })];
    expect(ask(facts(back), '02:49')).toEqual({ kind: 'whoGoes', ids: [MUM, DAD] });
  });

  it('offers those who did not wake if there is nobody else', () => {
    const silent = entry('noResponse', '02:44', { by: DAD });
    expect(ask(facts([silent], { caregivers: [DAD] }), '02:45')).toEqual({ kind: 'whoGoes', ids: [DAD] });
  });

  it('offers two people at most: the others are in “More”', () => {
    const question = ask(facts([], { caregivers: [DAD, 'granny', MUM, 'aunt'] }), '02:44');
    expect(question).toEqual({ kind: 'whoGoes', ids: [MUM, DAD] });
  });
});

describe('with a runbook', () => {
  it('asks nothing while the grace timer runs', () => {
    expect(ask(facts([], atStep('wait')), '02:43')).toEqual({ kind: 'grace' });
  });

  it('has no grace time for a cry that a wrong clock has dated in the future', () => {
    const ahead = facts([], atStep('wait'));
    expect(ask(ahead, '02:20')).toMatchObject({ kind: 'step' });
    expect(wayOutOf(ask(ahead, '02:20'), ahead, tonightAt('02:20'))).toBe('settled');
    // Half a minute ahead is no wrong clock.
    expect(ask(facts([], atStep('wait')), '02:42')).toEqual({ kind: 'grace' });
  });

  it('asks whether the one who is called is up', () => {
    const answers = [
      { kind: 'up', by: DAD },
      { kind: 'noResponse', by: DAD },
    ];
    expect(ask(facts([], atStep('escalate', { level: 1 }, { targetId: DAD, answers })), '02:44')).toEqual({
      kind: 'step',
      answers,
    });
  });

  it('asks who goes instead of whom to wake if nobody is on call', () => {
    const current = { answers: [{ kind: 'wake', to: DAD }] };
    expect(ask(facts([], atStep('escalate', { level: 1 }, current)), '02:44')).toEqual({
      kind: 'whoGoes',
      ids: [MUM, DAD],
    });
  });

  it('has the remedies in reach answer the step that asks for one of them', () => {
    expect(ask(facts([mumIsUp], atStep('remedy', { remedy: 'cuddle' })), '02:46')).toEqual({ kind: 'remedies' });
  });

  it('offers a remedy that is not in reach beside “skip”', () => {
    const current = { answers: [{ kind: 'remedy', remedy: 'water' }] };
    expect(ask(facts([mumIsUp], atStep('remedy', { remedy: 'water' }, current)), '02:46')).toEqual({
      kind: 'step',
      answers: [{ kind: 'remedy', remedy: 'water' }, { kind: 'skip' }],
    });
  });

  it('offers “done” and “skip” for a check', () => {
    const current = { answers: [{ kind: 'done' }] };
    expect(ask(facts([mumIsUp], atStep('check', {}, current)), '02:46')).toEqual({
      kind: 'step',
      answers: [{ kind: 'done' }, { kind: 'skip' }],
    });
  });
});

describe('after two hours without a word', () => {
  it('asks how it ended, whatever the runbook says', () => {
    expect(ask(facts([mumIsUp], atStep('check')), '04:44')).not.toEqual({ kind: 'howItEnded' });
    expect(ask(facts([mumIsUp], atStep('check')), '04:45')).toEqual({ kind: 'howItEnded' });
  });

  it('goes on for two more hours after somebody said that the child is still awake', () => {
    const heard = facts([mumIsUp], { heardAt: tonightAt('05:00') });
    expect(ask(heard, '06:59')).toEqual({ kind: 'remedies' });
    expect(ask(heard, '07:00')).toEqual({ kind: 'howItEnded' });
  });

  it('takes a line that was dated back for a word at the time of writing', () => {
    const dated = { ...mumIsUp, at: tonightAt('02:44'), updatedAt: tonightAt('05:30') };
    expect(isSilent(facts([dated]).state, tonightAt('07:00'))).toBe(false);
  });

  it('takes a line that a wrong clock has dated in the future for one of now', () => {
    const ahead = { ...mumIsUp, at: tonightAt('05:30') };
    expect(isSilent(facts([ahead]).state, tonightAt('05:00'))).toBe(false);
  });
});

describe('the way out', () => {
  const wayOut = (given: QuestionFacts, now: Instant) => wayOutOf(questionOf(given, now), given, now);

  it('is “settled alone” in the grace time, with and without a runbook', () => {
    expect(wayOut(facts([], atStep('wait')), tonightAt('02:44'))).toBe('selfSettled');
    expect(wayOut(facts(), (tonightAt('02:43') + 30_000) as Instant)).toBe('selfSettled');
  });

  it('is “asleep again” after it, and once somebody is up', () => {
    expect(wayOut(facts(), (tonightAt('02:43') + 30_001) as Instant)).toBe('settled');
    const soon = entry('acknowledged', '02:43', { by: MUM });
    expect(wayOut(facts([soon]), (tonightAt('02:43') + 10_000) as Instant)).toBe('settled');
  });
});
