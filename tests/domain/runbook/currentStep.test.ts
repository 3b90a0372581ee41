import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { currentStep } from '@/domain/runbook/currentStep';
import type { RunbookContext } from '@/domain/runbook/turns';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { at, DAD, entry, MUM } from '../../support/factories';
import { degraded, double, standard, step } from '../../support/runbooks';

const timeAt = (time: string): Instant => at(`2026-11-17 ${time}`);

/** The child cried at 2:43:00; Dad is on call and Mum is the backup. */
function situation(entries: Entry[] = [], more: Partial<RunbookContext> & { runbook?: Runbook } = {}): RunbookContext {
  const state = foldTimeline([entry('detected', timeAt('02:43:00')), ...entries]);
  if (!state) throw new Error('no incident');
  return {
    runbook: standard,
    state,
    dutyAt: () => ({ primary: DAD, secondary: MUM }),
    caregivers: [MUM, DAD],
    graceSeconds: 30,
    ...more,
  };
}

const titleAt = (time: string, from: RunbookContext) => currentStep(from, timeAt(time))?.step.title ?? null;

describe('the standard runbook, after a cry at 2:43:00', () => {
  it('waits for the grace timer: at 2:43:10 there are 20 of 30 seconds left and no answers', () => {
    expect(currentStep(situation(), timeAt('02:43:10'))).toMatchObject({
      step: { title: 'Grace' },
      index: 0,
      count: 5,
      remainingMs: 20_000,
      totalMs: 30_000,
      answers: [],
    });
  });

  it('wakes level 1 when the timer ends, and asks whether that caregiver is up', () => {
    expect(titleAt('02:43:29', situation())).toBe('Grace');
    expect(currentStep(situation(), timeAt('02:43:30'))).toMatchObject({
      step: { title: 'Level 1' },
      targetId: DAD,
      remainingMs: 60_000,
      answers: [
        { kind: 'up', by: DAD },
        { kind: 'noResponse', by: DAD },
      ],
    });
  });

  it('offers to page Dad where his phone can ring, until it does, and asks him himself on his own phone', () => {
    const answers = (more: Pick<RunbookContext, 'holderId' | 'canPage'>, entries: Entry[] = []) =>
      currentStep(situation(entries, more), timeAt('02:43:40'))?.answers.map(({ kind }) => kind);
    const canPage = (id: string) => id === DAD;
    expect(answers({ canPage })).toEqual(['page', 'up', 'noResponse']);
    expect(answers({ canPage: () => false })).toEqual(['up', 'noResponse']);
    expect(answers({ canPage }, [entry('escalated', timeAt('02:43:35'), { via: 'page' })])).toEqual([
      'up',
      'noResponse',
    ]);
    expect(answers({ canPage, holderId: DAD })).toEqual(['up', 'declined']);
  });

  it('goes to level 2 after 60 seconds without an answer, and still waits for Mum hours later', () => {
    expect(titleAt('02:44:29', situation())).toBe('Level 1');
    expect(currentStep(situation(), timeAt('02:44:30'))).toMatchObject({ step: { title: 'Level 2' }, targetId: MUM });
    expect(currentStep(situation(), timeAt('05:44:30'))).toMatchObject({ targetId: MUM, remainingMs: 0 });
  });

  it('goes to level 2 at once when Dad does not wake', () => {
    const deaf = situation([
      entry('escalated', timeAt('02:43:30'), { to: DAD, level: 1 }),
      entry('noResponse', timeAt('02:43:50'), { by: DAD }),
    ]);
    // Her minute begins at 2:43:50.
    expect(currentStep(deaf, timeAt('02:44:00'))).toMatchObject({ targetId: MUM, remainingMs: 50_000 });
  });

  it('wakes nobody else once any caregiver is up', () => {
    expect(titleAt('02:44:00', situation([entry('acknowledged', timeAt('02:43:40'), { by: DAD })]))).toBe('To our bed');
    expect(titleAt('02:43:12', situation([entry('acknowledged', timeAt('02:43:12'), { by: MUM })]))).toBe('To our bed');
  });

  it('regards an early remedy as done, and a remedy of no step as getting up', () => {
    const fed = situation([entry('remedy', timeAt('02:43:20'), { by: MUM, remedy: 'feed' })]);
    expect(titleAt('02:43:20', fed)).toBe('To our bed');
    const sung = situation([entry('remedy', timeAt('02:43:20'), { by: null, remedy: 'song' })]);
    expect(titleAt('02:43:20', sung)).toBe('To our bed');
  });

  it('returns null after the last step and once the child is asleep', () => {
    const tried = [
      entry('acknowledged', timeAt('02:44:00'), { by: MUM }),
      entry('remedy', timeAt('02:45:00'), { by: MUM, remedy: 'co-sleep' }),
      entry('remedy', timeAt('02:46:00'), { by: MUM, remedy: 'feed' }),
    ];
    expect(titleAt('02:46:00', situation(tried))).toBeNull();
    expect(titleAt('02:43:10', situation([entry('resolved', timeAt('02:43:08'))]))).toBeNull();
  });

  it('begins again when the child is awake again', () => {
    const reopened = situation([
      entry('acknowledged', timeAt('02:44:00'), { by: MUM }),
      entry('resolved', timeAt('03:03:00')),
      entry('reopened', timeAt('03:07:00')),
    ]);
    expect(currentStep(reopened, timeAt('03:07:05'))).toMatchObject({ step: { title: 'Grace' }, remainingMs: 25_000 });
  });

  it('goes on after a skipped step', () => {
    expect(
      titleAt('02:43:05', situation([entry('step', timeAt('02:43:05'), { stepId: 'Grace', outcome: 'skipped' })])),
    ).toBe('Level 1');
    const withNote = situation([entry('note', timeAt('02:43:05'), { text: 'the moon is full' })]);
    expect(titleAt('02:43:06', withNote)).toBe('Grace');
  });

  it('swaps the levels at the hand-over', () => {
    const handover = timeAt('02:43:30');
    const duty = (moment: Instant) =>
      moment >= handover ? { primary: MUM, secondary: DAD } : { primary: DAD, secondary: MUM };
    expect(currentStep(situation([], { dutyAt: duty }), timeAt('02:43:31'))?.targetId).toBe(MUM);
  });

  it('begins when it was chosen, and not at the cry', () => {
    const late = situation([entry('runbookChosen', timeAt('02:55:00'))]);
    expect(currentStep(late, timeAt('02:55:10'))).toMatchObject({ step: { title: 'Grace' }, remainingMs: 20_000 });
    expect(currentStep(late, timeAt('02:55:40'))).toMatchObject({ step: { title: 'Level 1' }, remainingMs: 50_000 });
  });

  it('does not wake again when the detection is corrected later', () => {
    const moved = foldTimeline([
      entry('detected', timeAt('02:38:00'), { updatedAt: timeAt('02:47:00') }),
      entry('escalated', timeAt('02:43:30')),
      entry('noResponse', timeAt('02:44:10')),
    ]);
    const from = situation([], moved ? { state: moved } : {});
    expect(currentStep(from, timeAt('02:44:30'))).toMatchObject({ targetId: MUM, startsAt: timeAt('02:44:10') });
  });

  it('starts the grace timer with a backdated cry, but wakes nobody before the cry was logged', () => {
    const late = foldTimeline([entry('detected', timeAt('02:38:00'), { updatedAt: timeAt('02:43:00') })]);
    const from = situation([], late ? { state: late } : {});
    expect(currentStep(from, timeAt('02:43:10'))).toMatchObject({ step: { title: 'Level 1' }, remainingMs: 50_000 });
  });
});

describe('the standard runbook, without a rota', () => {
  it('asks whom to wake, and waits for that caregiver after the answer', () => {
    const nobody = { dutyAt: () => null };
    expect(currentStep(situation([], nobody), timeAt('02:44:00'))).toMatchObject({
      targetId: null,
      answers: [
        { kind: 'wake', to: MUM },
        { kind: 'wake', to: DAD },
      ],
    });
    const asked = situation([entry('escalated', timeAt('02:50:00'), { to: DAD, level: 1 })], nobody);
    expect(currentStep(asked, timeAt('02:50:20'))).toMatchObject({ targetId: DAD, remainingMs: 40_000 });
    // Dad did not answer within his minute, so Mum comes first.
    expect(currentStep(asked, timeAt('02:51:00'))).toMatchObject({
      step: { title: 'Level 2' },
      targetId: null,
      answers: [
        { kind: 'wake', to: MUM },
        { kind: 'wake', to: DAD },
      ],
    });
  });

  it('asks whom to wake if the caregiver on call is archived or there is no backup', () => {
    const dadArchived = situation([], { caregivers: [MUM] });
    expect(currentStep(dadArchived, timeAt('02:44:00'))?.answers).toEqual([{ kind: 'wake', to: MUM }]);
    const withoutBackup = situation([entry('noResponse', timeAt('02:43:40'), { by: DAD })], {
      dutyAt: () => ({ primary: DAD, secondary: null }),
    });
    expect(currentStep(withoutBackup, timeAt('02:44:00'))).toMatchObject({
      step: { title: 'Level 2' },
      targetId: null,
    });
  });
});

describe('the degraded runbook', () => {
  const degradedSituation = (entries: Entry[] = []) => situation(entries, { runbook: degraded });

  it('wakes the other parent although somebody is up', () => {
    expect(currentStep(degradedSituation(), timeAt('02:43:30'))?.targetId).toBe(MUM);
    const mumIsUp = degradedSituation([entry('acknowledged', timeAt('02:43:10'), { by: MUM })]);
    expect(currentStep(mumIsUp, timeAt('02:44:00'))).toMatchObject({ step: { title: 'The other one' }, targetId: DAD });
    const bothAreUp = degradedSituation([
      entry('acknowledged', timeAt('02:43:10'), { by: MUM }),
      entry('acknowledged', timeAt('02:44:20'), { by: DAD }),
    ]);
    expect(titleAt('02:44:20', bothAreUp)).toBe('Own bed');
  });

  it('tries a remedy until its time is over (five minutes of cuddling) or something else is done', () => {
    const cuddling = [
      entry('acknowledged', timeAt('02:44:00'), { by: MUM }),
      entry('acknowledged', timeAt('02:44:00'), { by: DAD, id: 'dad' }),
      entry('remedy', timeAt('02:45:00'), { by: DAD, remedy: 'lie-down' }),
      entry('remedy', timeAt('02:46:00'), { by: DAD, remedy: 'cuddle' }),
    ];
    expect(currentStep(degradedSituation(cuddling), timeAt('02:47:00'))).toMatchObject({
      step: { title: 'Cuddle' },
      remainingMs: 240_000,
      answers: [],
    });
    expect(titleAt('02:51:00', degradedSituation(cuddling))).toBe('No feed');
    const moved = [...cuddling, entry('remedy', timeAt('02:48:00'), { by: DAD, remedy: 'song' })];
    expect(titleAt('02:48:00', degradedSituation(moved))).toBe('No feed');
  });

  it('does not wake as the second adult the caregiver who logged the wake-up', () => {
    const raised = foldTimeline([entry('detected', timeAt('02:43:00'), { by: MUM })]);
    const from = situation([], { runbook: degraded, ...(raised ? { state: raised } : {}) });
    expect(currentStep(from, timeAt('02:43:30'))?.targetId).toBe(DAD);
  });

  it('wakes nobody if there is a single parent', () => {
    const alone = situation([entry('acknowledged', timeAt('02:43:10'), { by: MUM })], {
      runbook: degraded,
      caregivers: [MUM],
      dutyAt: () => null,
    });
    expect(titleAt('02:43:40', alone)).toBe('Own bed');
  });
});

describe('the double runbook', () => {
  it('begins with a check whose timer does not end it: it stays until it is ticked off', () => {
    const begun = situation([], { runbook: double });
    expect(currentStep(begun, timeAt('02:43:20'))).toMatchObject({
      remainingMs: 40_000,
      answers: [{ kind: 'done' }],
    });
    expect(currentStep(begun, timeAt('02:50:00'))).toMatchObject({
      step: { title: 'Keep the other asleep' },
      remainingMs: 0,
    });
    const done = situation([entry('step', timeAt('02:43:40'), { stepId: 'Keep the other asleep' })], {
      runbook: double,
    });
    expect(titleAt('02:43:41', done)).toBe('Help');
  });

  it('needs an adult for each child: one who is not up with the other child', () => {
    const ticked = [entry('step', timeAt('02:43:40'), { stepId: 'Keep the other asleep' })];
    const alone = situation(ticked, { runbook: double });
    expect(currentStep(alone, timeAt('02:43:50'))?.targetId).toBe(MUM);
    const mumIsBusy = situation(ticked, { runbook: double, upWithOtherChildAt: () => [MUM] });
    expect(currentStep(mumIsBusy, timeAt('02:43:50'))?.targetId).toBe(DAD);
    expect(titleAt('02:43:50', situation(ticked, { runbook: double, upWithOtherChildAt: () => [MUM, DAD] }))).toBe(
      'Nappy',
    );
    // Mum was up when help was needed, although the other child is asleep by now.
    const upElsewhere = (moment: Instant) => (moment < timeAt('02:44:00') ? [MUM] : []);
    expect(
      currentStep(situation(ticked, { runbook: double, upWithOtherChildAt: upElsewhere }), timeAt('02:45:00'))
        ?.targetId,
    ).toBe(DAD);
  });

  it('wakes a caregiver who was up and has gone back to bed', () => {
    const backToBed = [
      entry('acknowledged', timeAt('02:43:10'), { by: MUM }),
      entry('acknowledged', timeAt('02:43:10'), { by: DAD, id: 'dad' }),
      entry('stoodDown', timeAt('02:43:20'), { by: MUM }),
      entry('step', timeAt('02:43:40'), { stepId: 'Keep the other asleep' }),
    ];
    expect(currentStep(situation(backToBed, { runbook: double }), timeAt('02:43:41'))?.targetId).toBe(MUM);
    expect(titleAt('02:43:41', situation(backToBed.toSpliced(2, 1), { runbook: double }))).toBe('Nappy');
  });
});

describe('a runbook that is unusual or was changed while it was followed', () => {
  it('has no current step if it has no steps', () => {
    expect(titleAt('02:43:10', situation([], { runbook: { ...standard, steps: [] } }))).toBeNull();
  });

  it('does not ask again for a step that was renamed after it was ticked off', () => {
    const renamed = step('check', 'Shut the door', { id: 'Keep the other asleep' });
    const ticked = situation([entry('step', timeAt('02:43:40'), { stepId: 'Keep the other asleep' })], {
      runbook: { ...double, steps: [renamed, step('check', 'Sheets')] },
    });
    expect(titleAt('02:44:00', ticked)).toBe('Sheets');
  });

  it('reads a note that a person typed with a sign as a note', () => {
    const typed = ['↷ Grace', '✓ Grace', '→ standard', '→ asleep'].map((text, n) =>
      entry('note', timeAt(`02:43:1${n}`), { text, id: text }),
    );
    expect(currentStep(situation(typed), timeAt('02:43:20'))).toMatchObject({
      step: { title: 'Grace' },
      remainingMs: 10_000,
    });
  });

  it('uses one entry for one step, even if two steps have the same title', () => {
    const twice = { ...double, steps: [step('check', 'Look', { id: 'one' }), step('check', 'Look', { id: 'two' })] };
    const ahead = situation([entry('step', timeAt('02:43:40'), { stepId: 'two' })], { runbook: twice });
    expect(currentStep(ahead, timeAt('02:44:00'))?.step.id).toBe('one');
  });

  it('copes with a clock that was set back: at most the whole time is left, and skipped steps stay skipped', () => {
    expect(currentStep(situation(), timeAt('01:43:10'))).toMatchObject({
      step: { title: 'Grace' },
      remainingMs: 30_000,
    });
    const skipped = situation([entry('step', timeAt('02:43:05'), { stepId: 'Grace', outcome: 'skipped' })]);
    expect(titleAt('01:43:10', skipped)).toBe('Level 1');
  });
});
