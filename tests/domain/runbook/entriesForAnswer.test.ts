import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { currentStep, type StepAnswer } from '@/domain/runbook/currentStep';
import { entriesForAnswer } from '@/domain/runbook/entriesForAnswer';
import type { RunbookContext } from '@/domain/runbook/turns';
import { checkTimeline } from '@/domain/timeline/checkTimeline';
import { addEntryTo } from '@/domain/timeline/editTimeline';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { type Instant, laterOf, addMs as onwards } from '@/lib/time';
import { at, DAD, entry, incident, MUM } from '../../support/factories';
import { degraded, double, runbook, standard, step } from '../../support/runbooks';

const timeAt = (time: string): Instant => at(`2026-11-17 ${time}`);
const duty = () => ({ primary: DAD, secondary: MUM });

function situation(entries: Entry[], more: Partial<RunbookContext> = {}): RunbookContext {
  const state = foldTimeline(entries);
  if (!state) throw new Error('no incident');
  return { runbook: standard, state, dutyAt: duty, caregivers: [MUM, DAD], graceSeconds: 30, ...more };
}

/** Returns the timeline after these answers, each given at its second. */
function timelineAfter(answers: [string, StepAnswer][], more: Partial<RunbookContext> = {}): Entry[] {
  let number = 0;
  let row = incident([entry('detected', timeAt('02:43:00'))]);
  for (const [time, answer] of answers) {
    const now = timeAt(time);
    const from = situation(row.timeline, more);
    for (const added of entriesForAnswer(
      from,
      answer,
      tapAt(from, now, row, () => `answer ${++number}`, MUM),
    )) {
      const edited = addEntryTo(row, added, now);
      if (!edited.ok) throw new Error(edited.refusal.code);
      row = edited.value;
    }
  }
  return row.timeline.slice(1);
}

/** Returns a tap on the step that the screen shows. */
const tapAt = (from: RunbookContext, now: Instant, { timeline }: Incident, newId: () => string, by: string | null) => ({
  stepId: currentStep(from, now)?.step.id ?? '',
  at: now,
  now,
  newId,
  usedIds: new Set(timeline.map(({ id }) => id)),
  by,
});

const lines = (entries: Entry[]) =>
  entries.map((line) => {
    const time = new Date(line.at).toISOString().slice(14, 19);
    if (line.kind === 'step') return `${time} step ${line.outcome} ${line.stepId}`;
    const who = 'by' in line ? line.by : 'to' in line ? line.to : 'text' in line ? line.text : '';
    return `${time} ${line.kind} ${who}`;
  });

describe('entriesForAnswer', () => {
  it('logs that Dad was woken when the grace timer ended, and not at the tap on “did not wake”', () => {
    expect(
      lines(
        timelineAfter([
          ['02:44:05', { kind: 'noResponse', by: DAD }],
          ['02:44:20', { kind: 'up', by: MUM }],
        ]),
      ),
    ).toEqual(['43:30 escalated dad', '44:05 noResponse dad', '44:05 escalated mum', '44:20 acknowledged mum']);
  });

  it('logs who did not answer within their minute, at its end', () => {
    expect(lines(timelineAfter([['02:52:00', { kind: 'up', by: MUM }]]))).toEqual([
      '43:30 escalated dad',
      '44:30 noResponse dad',
      '44:30 escalated mum',
      '52:00 acknowledged mum',
    ]);
  });

  it('logs Dad as up when he comes late, while Mum is being woken', () => {
    expect(lines(timelineAfter([['02:44:50', { kind: 'up', by: DAD }]]))).toEqual([
      '43:30 escalated dad',
      '44:50 acknowledged dad',
    ]);
  });

  it('logs nothing about Dad if Mum was up before he was to be woken, or got up while he was', () => {
    expect(lines(timelineAfter([['02:43:10', { kind: 'up', by: MUM }]]))).toEqual(['43:10 acknowledged mum']);
    expect(lines(timelineAfter([['02:43:50', { kind: 'up', by: MUM }]]))).toEqual(['43:50 acknowledged mum']);
  });

  it('logs a page at its tap, and gives his phone the whole minute from then on', () => {
    const paged: [string, StepAnswer] = ['02:43:50', { kind: 'page', to: DAD }];
    expect(lines(timelineAfter([paged]))).toEqual(['43:50 escalated dad']);
    expect(timelineAfter([paged])).toMatchObject([{ via: 'page', level: 1 }]);
    const declined: [string, StepAnswer] = ['02:44:20', { kind: 'declined', by: DAD }];
    expect(lines(timelineAfter([paged, declined]))).toEqual(['43:50 escalated dad', '44:20 noResponse dad']);
    expect(timelineAfter([paged, declined])[1]).toMatchObject({ declined: true });
    const late: [string, StepAnswer] = ['02:45:20', { kind: 'up', by: MUM }];
    expect(lines(timelineAfter([paged, late]))).toEqual([
      '43:50 escalated dad',
      '44:50 noResponse dad',
      '44:50 escalated mum',
      '45:20 acknowledged mum',
    ]);
  });

  it('accepts “Dad didn’t wake” when his minute ran out during the tap', () => {
    expect(lines(timelineAfter([['02:44:31', { kind: 'noResponse', by: DAD }]]))).toEqual([
      '43:30 escalated dad',
      '44:30 noResponse dad',
    ]);
  });

  it('logs the escalation once without a rota, when the caregiver is chosen', () => {
    expect(
      lines(
        timelineAfter(
          [
            ['02:44:00', { kind: 'wake', to: DAD }],
            ['02:44:30', { kind: 'up', by: DAD }],
          ],
          { dutyAt: () => null },
        ),
      ),
    ).toEqual(['44:00 escalated dad', '44:30 acknowledged dad']);
  });

  it('logs without a rota who did not answer within their minute, and the escalation once', () => {
    expect(
      lines(
        timelineAfter(
          [
            ['02:44:00', { kind: 'wake', to: DAD }],
            ['02:45:10', { kind: 'wake', to: MUM }],
          ],
          { dutyAt: () => null },
        ),
      ),
    ).toEqual(['44:00 escalated dad', '45:00 noResponse dad', '45:10 escalated mum']);
  });

  it('does not skip the next step if the step that was shown is over by itself', () => {
    const from = situation([entry('detected', timeAt('02:43:00'))]);
    const now = timeAt('02:43:30');
    const row = incident([entry('detected', timeAt('02:43:00'))]);
    const onGrace = { ...tapAt(from, now, row, () => 'id', MUM), stepId: 'Grace' };
    expect(entriesForAnswer(from, { kind: 'skip' }, onGrace)).toEqual([]);
  });

  it('gives the same ids in two windows, and new ids after an undo', () => {
    const row = incident([entry('detected', timeAt('02:43:00'))]);
    const now = timeAt('02:44:05');
    const answerFrom = (timeline: Entry[]) => {
      const from = situation(timeline);
      const tap = tapAt(from, now, { ...row, timeline }, () => `fresh ${timeline.length}`, MUM);
      return entriesForAnswer(from, { kind: 'noResponse', by: DAD }, tap);
    };
    const here = answerFrom(row.timeline);
    expect(answerFrom(row.timeline).map(({ id }) => id)).toEqual(here.map(({ id }) => id));
    const takenBack = [...row.timeline, ...here.map((line) => ({ ...line, deletedAt: now }))];
    const used = new Set(here.map(({ id }) => id));
    const newEntries = answerFrom(takenBack);
    expect(newEntries).toHaveLength(2);
    for (const { id } of newEntries) expect(used).not.toContain(id);
  });

  it('logs a remedy by who is up, a step that is done, and a skipped step', () => {
    const triage = { runbook: double };
    expect(
      lines(
        timelineAfter(
          [
            ['02:43:20', { kind: 'done' }],
            ['02:43:25', { kind: 'skip' }],
            ['02:44:00', { kind: 'remedy', remedy: 'diaper' }],
          ],
          triage,
        ),
      ),
    ).toEqual(['43:20 step done Keep the other asleep', '43:25 step skipped Help', '44:00 remedy mum']);
  });

  it('returns nothing once the runbook is over or the child is asleep', () => {
    const now = timeAt('03:04:00');
    const tap = { stepId: 'Grace', at: now, now, newId: () => 'id', usedIds: new Set<string>(), by: null };
    const childAsleep = situation([entry('detected', timeAt('02:43:00')), entry('resolved', timeAt('03:03:00'))]);
    expect(entriesForAnswer(childAsleep, { kind: 'skip' }, tap)).toEqual([]);
    const withoutSteps = situation([entry('detected', timeAt('02:43:00'))], { runbook: runbook('custom', []) });
    expect(entriesForAnswer(withoutSteps, { kind: 'skip' }, tap)).toEqual([]);
  });

  it('places a tap on a clock that was set back at the last entry, as an estimate', () => {
    const timeline = [entry('detected', timeAt('02:43:00'))];
    expect(tapTime(timeline, timeAt('02:42:30'))).toEqual({ at: timeAt('02:43:00'), estimated: false });
    expect(tapTime(timeline, timeAt('01:45:00'))).toEqual({ at: timeAt('02:43:00'), estimated: true });
    expect(tapTime(timeline, timeAt('02:44:00'))).toEqual({ at: timeAt('02:44:00'), estimated: false });
  });
});

describe('properties of the runbook', () => {
  const anyStep = fc.record({
    kind: fc.constantFrom('wait' as const, 'escalate' as const, 'remedy' as const, 'check' as const),
    title: fc.constantFrom('a', 'b', 'c'),
    seconds: fc.option(fc.integer({ min: 0, max: 600 })),
    level: fc.option(fc.constantFrom(1 as const, 2 as const)),
    remedy: fc.option(fc.constantFrom('feed' as const, 'cuddle' as const)),
  });
  const anyRunbook: fc.Arbitrary<Runbook> = fc.oneof(
    fc.constantFrom(standard, degraded, double),
    fc
      .record({
        trigger: fc.constantFrom('standard' as const, 'degraded' as const, 'custom' as const),
        steps: fc.array(anyStep, { maxLength: 8 }),
      })
      .map(({ trigger, steps }) =>
        runbook(
          trigger,
          steps.map((each, place) => ({ ...step('check', ''), ...each, id: `${place}` })),
        ),
      ),
  );
  /**
   * Any taps, some on answers that are not offered, with a clock that goes on, stops or is set
   * back.
   */
  const anyTap = fc.record({
    passed: fc.oneof(fc.integer({ min: 0, max: 400_000 }), fc.constantFrom(0, -3_600_000)),
    pick: fc.nat(5),
    off: fc.option(
      fc.oneof(
        fc.record({ kind: fc.constant('up' as const), by: fc.constantFrom(MUM, DAD) }),
        fc.record({ kind: fc.constant('noResponse' as const), by: fc.constantFrom(MUM, DAD) }),
        fc.record({ kind: fc.constant('wake' as const), to: fc.constantFrom(MUM, DAD) }),
        fc.record({ kind: fc.constant('remedy' as const), remedy: fc.constantFrom('feed' as const, 'song' as const) }),
        fc.constant({ kind: 'skip' as const }),
        fc.constant({ kind: 'done' as const }),
      ),
    ),
  });
  const anyNight = fc.record({
    runbook: anyRunbook,
    rota: fc.constantFrom(
      duty,
      () => null,
      () => ({ primary: MUM, secondary: null }),
      () => ({ primary: 'gone', secondary: DAD }),
    ),
    taps: fc.array(anyTap, { maxLength: 25 }),
  });

  it('any answers give a valid timeline and a remaining time within its bounds, even if the clock is set back', () => {
    fc.assert(
      fc.property(anyNight, ({ runbook: followed, rota, taps }) => {
        let clock = timeAt('02:43:00');
        let number = 0;
        let row = incident([entry('detected', clock)]);
        for (const { passed, pick, off } of taps) {
          clock = onwards(clock, passed);
          const from = situation(row.timeline, { runbook: followed, dutyAt: rota });
          const current = currentStep(from, clock);
          if (current?.remainingMs != null) {
            expect(current.remainingMs).toBeGreaterThanOrEqual(0);
            expect(current.remainingMs).toBeLessThanOrEqual(current.totalMs ?? -1);
          }
          const asked = current?.answers[pick % Math.max(1, current.answers.length)];
          const answer: StepAnswer = off ?? asked ?? { kind: 'skip' };
          const { at: moment, estimated } = tapTime(row.timeline, clock);
          const now = laterOf(moment, clock);
          for (const added of entriesForAnswer(from, answer, {
            ...tapAt(from, now, row, () => `${++number}`, null),
            at: moment,
            estimated,
          })) {
            const edited = addEntryTo(row, added, now);
            expect(edited.ok).toBe(true);
            if (edited.ok) row = edited.value;
          }
          expect(checkTimeline(row.timeline, now)).toBeNull();
        }
      }),
    );
  });

  it('the same `now` always gives the same step, in any order of the calls', () => {
    fc.assert(
      fc.property(
        anyRunbook,
        fc.array(fc.integer({ min: 0, max: 7_200_000 }), { maxLength: 10 }),
        (followed, moments) => {
          const ask = (ms: number) =>
            currentStep(
              situation([entry('detected', timeAt('02:43:00'))], { runbook: followed }),
              onwards(timeAt('02:43:00'), ms),
            );
          const first = new Map(moments.map((ms) => [ms, ask(ms)]));
          for (const ms of moments.toReversed()) expect(ask(ms)).toEqual(first.get(ms));
        },
      ),
    );
  });

  it('time alone never leads back to an earlier step, and the runbook ends if every step is answered or skipped', () => {
    fc.assert(
      fc.property(
        anyRunbook,
        fc.integer({ min: 0, max: 600_000 }),
        fc.integer({ min: 0, max: 600_000 }),
        (followed, a, b) => {
          const from = situation([entry('detected', timeAt('02:43:00'))], { runbook: followed });
          const index = (ms: number) =>
            currentStep(from, onwards(timeAt('02:43:00'), ms))?.index ?? followed.steps.length;
          expect(index(Math.min(a, b))).toBeLessThanOrEqual(index(Math.max(a, b)));
        },
      ),
    );
    fc.assert(
      fc.property(anyRunbook, (followed) => {
        let row = incident([entry('detected', timeAt('02:43:00'))]);
        let number = 0;
        for (let tap = 1; tap <= followed.steps.length + 1; tap += 1) {
          const now = onwards(timeAt('02:43:00'), tap * 1000);
          const from = situation(row.timeline, { runbook: followed });
          for (const added of entriesForAnswer(
            from,
            { kind: 'skip' },
            tapAt(from, now, row, () => `${++number}`, null),
          )) {
            const edited = addEntryTo(row, added, now);
            if (edited.ok) row = edited.value;
          }
        }
        const end = onwards(timeAt('02:43:00'), (followed.steps.length + 2) * 1000);
        expect(currentStep(situation(row.timeline, { runbook: followed }), end)).toBeNull();
      }),
    );
  });
});
