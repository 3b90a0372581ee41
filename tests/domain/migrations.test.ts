import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentToVersion2 } from '@/domain/migrations/version2';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';
import { currentStep } from '@/domain/runbook/currentStep';
import { stepTitle } from '@/domain/runbook/stepTitle';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { Instant } from '@/lib/time';
import { at, DAD, entry, incident, MUM } from '../support/factories';
import { degraded, double, runbook, standard, step } from '../support/runbooks';
import { currentStep as currentStepOfVersion1 } from '../support/version1/engine';

const second = (time: string): Instant => at(`2026-11-17 ${time}`);
const note = (time: string, text: string, id = `${time} ${text}`) => entry('note', second(time), { text, id });
const cry = entry('detected', second('02:43:00'), { id: 'cry' });
const RUNBOOKS = [standard, degraded, double];

const migrated = (entries: Entry[], overrides: Partial<Incident> = {}, runbooks: Runbook[] = RUNBOOKS) =>
  incidentToVersion2(incident([cry, ...entries], { runbookId: 'double', ...overrides }), runbooks).timeline.slice(1);

const describeEntries = (entries: readonly Entry[]) =>
  entries.map((each) => {
    if (each.kind === 'step') return `${each.outcome} ${each.stepId}`;
    return each.kind === 'runbookChosen' ? `chosen ${each.runbookId}` : each.kind === 'note' ? each.text : each.kind;
  });

describe('incidentToVersion2, for a note that answered a runbook', () => {
  it('a note that answered a runbook becomes an entry with the same id, time and stamps', () => {
    const fields = { id: 'x', estimated: true, updatedAt: second('02:50:00'), deletedAt: null };
    expect(migrated([{ ...note('02:43:20', '✓ Sheets'), ...fields }])).toEqual([
      { ...fields, at: second('02:43:20'), kind: 'step', stepId: 'Sheets', outcome: 'done' },
    ]);
    expect(migrated([{ ...note('02:43:20', '→ degraded'), ...fields }])).toEqual([
      { ...fields, at: second('02:43:20'), kind: 'runbookChosen', runbookId: 'degraded' },
    ]);
  });

  it('an answer is matched with the runbook that was followed at its time', () => {
    const lines = [note('02:43:05', '↷ Grace'), note('02:43:20', '→ degraded'), note('02:43:30', '↷ Grace')];
    const otherRunbook = runbook('degraded', [step('wait', 'Grace', { id: 'other grace' })]);
    const id = 'cry/Grace/skip';
    expect(
      describeEntries(
        migrated([note('02:43:05', '↷ Grace', id), ...lines.slice(1)], { runbookId: 'degraded' }, [
          standard,
          otherRunbook,
        ]),
      ),
    ).toEqual(['skipped Grace', 'chosen degraded', 'skipped other grace']);
  });

  it('an answer is matched with a runbook that was deleted since', () => {
    const deletedRunbook = { ...double, deletedAt: second('09:00:00') };
    expect(describeEntries(migrated([note('02:43:20', '✓ Sheets')], {}, [standard, deletedRunbook]))).toEqual([
      'done Sheets',
    ]);
  });

  it('an answer before a reopening is matched with the runbook followed then', () => {
    const lines = [
      note('02:43:20', '✓ Sheets', 'cry/Sheets/done'),
      entry('resolved', second('02:50:00')),
      entry('reopened', second('02:55:00')),
      note('02:55:10', '↷ Grace'),
    ];
    expect(describeEntries(migrated(lines, { runbookId: 'standard' }))).toEqual([
      'done Sheets',
      'resolved',
      'reopened',
      'skipped Grace',
    ]);
  });

  it('notes are given to the steps in their order if several steps have the same title', () => {
    const looks = [
      step('check', 'Look', { id: 'one' }),
      step('wait', 'Look', { id: 'two' }),
      step('check', 'Look', { id: 'three' }),
    ];
    const ours = [runbook('custom', looks)];
    const lines = ['✓ Look', '↷ Look', '✓ Look', '✓ Look'].map((text, n) => note(`02:43:1${n}`, text));
    // Version 1 went through the steps in their order, and each took one note: `one` took the skip.
    // `two` is a wait, which cannot be ticked off, so `three` took the first tick. The two ticks
    // that are left belong to no step any more and are given to the first step of the title.
    expect(describeEntries(migrated(lines, { runbookId: 'custom' }, ours))).toEqual([
      'done three',
      'skipped one',
      'done one',
      'done one',
    ]);
  });
});

describe('incidentToVersion2, for a note that answered no runbook', () => {
  it.each([
    ['typed by a person', '→ asleep on my arm'],
    ['the title of a step that was renamed since', '✓ Bed linen'],
    ['a text without a space after its marker', '✓Sheets'],
    ['a text with the marker within it', 'done ✓ Sheets'],
    ['a text with another marker', '✗ Sheets'],
    ['a marker with nothing after it', '✓ '],
  ])('keeps the note if it is %s', (_name, text) => {
    const row = incident([cry, note('02:43:20', text)], { runbookId: 'double' });
    expect(incidentToVersion2(row, RUNBOOKS)).toBe(row);
  });

  it('keeps the note in an incident without a runbook', () => {
    expect(describeEntries(migrated([note('02:43:20', '✓ Sheets')], { runbookId: null }))).toEqual(['✓ Sheets']);
  });

  it('keeps a deleted note and gives its step to the next one', () => {
    const deleted = { ...note('02:43:20', '✓ Sheets'), deletedAt: second('02:44:00') };
    expect(migrated([deleted, note('02:43:40', '✓ Sheets')])).toEqual([
      deleted,
      expect.objectContaining({ kind: 'step' }),
    ]);
  });
});

/*
 * Any log of version 1. There are few titles, so that steps and runbooks share them; some notes
 * name nothing. The frozen engine of version 1 is asked for its current step at many instants.
 */
const STEP_TITLES = ['A', 'B', 'C'];
const RUNBOOK_NAMES = ['N', 'M'];
const NOTE_TEXTS = [...STEP_TITLES, 'gone']
  .flatMap((title) => [`✓ ${title}`, `↷ ${title}`])
  .concat('→ N', '→ M', '→ gone', 'plain');

const stepArbitrary = fc.record({
  kind: fc.constantFrom('wait', 'escalate', 'remedy', 'check'),
  title: fc.constantFrom(...STEP_TITLES),
  seconds: fc.constantFrom(null, 20, 60),
  level: fc.constantFrom(null, 1, 2),
  remedy: fc.constantFrom(null, 'feed', 'song'),
}) as fc.Arbitrary<Omit<RunbookStep, 'id'>>;

const runbooksArbitrary = fc
  .array(
    fc.record({
      name: fc.constantFrom(...RUNBOOK_NAMES),
      trigger: fc.constantFrom('standard', 'degraded', 'double', 'custom'),
      steps: fc.array(stepArbitrary, { maxLength: 5 }),
      isDeleted: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    drafts.map(({ isDeleted, name, trigger, steps }, n) =>
      runbook(
        trigger as Runbook['trigger'],
        steps.map((drawnStep, index) => ({ ...drawnStep, id: `step ${index}` })),
        {
          id: `runbook ${n}`,
          name,
          deletedAt: isDeleted ? second('09:00:00') : null,
        },
      ),
    ),
  );

const entryDraftsArbitrary = fc.array(
  fc.record({
    secondsAfter: fc.integer({ min: 0, max: 30 }),
    content: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...NOTE_TEXTS) },
      { weight: 3, arbitrary: fc.constantFrom('remedy', 'acknowledged', 'escalated', 'noResponse', 'toggle') },
    ),
    caregiverId: fc.constantFrom(MUM, DAD),
    level: fc.constantFrom(1 as const, 2 as const),
    isDeleted: fc.nat(9).map((n) => n === 0),
    appStepIndex: fc.option(fc.nat(4)),
  }),
  { maxLength: 12 },
);

const logDraftArbitrary = fc.record({
  runbooks: runbooksArbitrary,
  entryDrafts: entryDraftsArbitrary,
  runbookIndex: fc.nat(3),
  detectedBy: fc.constantFrom(null, MUM),
});

const logArbitrary = logDraftArbitrary.map((draft) => {
  let moment: number = second('02:43:00');
  let isOpen = true;
  const timeline: Entry[] = [{ ...cry, by: draft.detectedBy } as Entry];
  for (const [n, entryDraft] of draft.entryDrafts.entries()) {
    moment += entryDraft.secondsAfter * 1000;
    const overrides = { id: `line ${n}`, deletedAt: entryDraft.isDeleted ? (moment as Instant) : null };
    const now = moment as Instant;
    if (entryDraft.content === 'toggle') {
      timeline.push(entry(isOpen ? 'resolved' : 'reopened', now, { ...overrides, deletedAt: null }));
      isOpen = !isOpen;
    } else if (entryDraft.content === 'escalated')
      timeline.push(entry('escalated', now, { ...overrides, to: entryDraft.caregiverId, level: entryDraft.level }));
    else if (entryDraft.content === 'remedy')
      timeline.push(
        entry('remedy', now, {
          ...overrides,
          by: entryDraft.caregiverId,
          remedy: entryDraft.level === 1 ? 'feed' : 'song',
        }),
      );
    else if (entryDraft.content === 'acknowledged' || entryDraft.content === 'noResponse')
      timeline.push(entry(entryDraft.content, now, { ...overrides, by: entryDraft.caregiverId }));
    else {
      const outcome = entryDraft.content.startsWith('✓') ? 'done' : 'skip';
      const id = entryDraft.appStepIndex === null ? overrides.id : `${n}/step ${entryDraft.appStepIndex}/${outcome}`;
      timeline.push(entry('note', now, { ...overrides, id, text: entryDraft.content }));
    }
  }
  if (!isOpen) timeline.push(entry('reopened', (moment + 1000) as Instant, { id: 'again' }));
  const runbookId = draft.runbooks[draft.runbookIndex]?.id ?? null;
  return { runbooks: draft.runbooks, row: incident(timeline, { runbookId }) };
});

const moments = Array.from({ length: 40 }, (_, n) => (second('02:43:00') + n * 11_000) as Instant);

function currentStepsAt(row: Incident, followedRunbook: Runbook, engine: typeof currentStep) {
  const state = foldTimeline(row.timeline);
  if (!state) throw new Error('nothing detected');
  const dutyAt = () => ({ primary: DAD, secondary: MUM });
  const situation = { runbook: followedRunbook, state, dutyAt, caregivers: [MUM, DAD], graceSeconds: 30 };
  return moments.map((now) => engine(situation, now));
}

/**
 * Returns the incident without the notes that version 1 misread: text that a person typed with a
 * marker, and answers to another runbook.
 */
function withoutVersion1Faults(row: Incident, after: Incident): Incident {
  const live = after.timeline.filter(({ deletedAt }) => deletedAt === null);
  const lastWakeIndex = live.findLastIndex(({ kind }) => kind === 'detected' || kind === 'reopened');
  const lastChoiceIndex = live.findLastIndex(({ kind }) => kind === 'runbookChosen');
  const isAnswer = (each: Entry) =>
    each.kind === 'step' && live.indexOf(each) > Math.max(lastWakeIndex, lastChoiceIndex);
  return {
    ...row,
    timeline: row.timeline.map((each, n) => {
      const migratedEntry = after.timeline[n];
      if (each.kind !== 'note' || !migratedEntry || migratedEntry.kind === 'runbookChosen' || isAnswer(migratedEntry))
        return each;
      return { ...each, text: migratedEntry.kind === 'step' ? '✓ another runbook’s' : `· ${each.text}` };
    }),
  };
}

describe('incidentToVersion2, for any log of version 1', () => {
  it('keeps the current step at every instant', () => {
    let convertedCount = 0;
    let exactCount = 0;
    fc.assert(
      fc.property(logArbitrary, ({ row, runbooks: all }) => {
        const followedRunbook = all.find(({ id }) => id === row.runbookId);
        fc.pre(followedRunbook !== undefined);
        if (!followedRunbook) return;
        const after = incidentToVersion2(row, all);
        const corrected = withoutVersion1Faults(row, after);
        const expected = currentStepsAt(corrected, followedRunbook, currentStepOfVersion1);
        expect(currentStepsAt(after, followedRunbook, currentStep)).toEqual(expected);
        if (after !== row) convertedCount += 1;
        if (after !== row && JSON.stringify(corrected) === JSON.stringify(row)) exactCount += 1;
      }),
      { numRuns: 3000 },
    );
    // Many logs show none of version 1’s faults, so they are compared exactly.
    expect(convertedCount).toBeGreaterThan(1000);
    expect(exactCount).toBeGreaterThan(100);
  });

  it('gives the same log for any order of the runbooks, in which each entry still has the text of its note', () => {
    fc.assert(
      fc.property(logArbitrary, ({ row, runbooks: all }) => {
        const distinct = all.map((each, n) => ({
          ...each,
          steps: each.steps.map((one) => ({ ...one, id: `${n} ${one.id}` })),
        }));
        const after = incidentToVersion2(row, distinct);
        expect(incidentToVersion2(row, [...distinct].reverse())).toEqual(after);
        expect(after.timeline.map(({ id, at: when, updatedAt }) => [id, when, updatedAt])).toEqual(
          row.timeline.map(({ id, at: when, updatedAt }) => [id, when, updatedAt]),
        );
        for (const [n, migratedEntry] of after.timeline.entries()) {
          const before = row.timeline[n];
          if (before?.kind !== 'note') expect(migratedEntry).toBe(before);
          if (before?.kind === 'note' && migratedEntry.kind === 'step')
            expect(`${migratedEntry.outcome === 'done' ? '✓' : '↷'} ${stepTitle(after, migratedEntry, distinct)}`).toBe(
              before.text,
            );
          if (before?.kind === 'note' && migratedEntry.kind === 'runbookChosen')
            expect(`→ ${distinct.find(({ id }) => id === migratedEntry.runbookId)?.name}`).toBe(before.text);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
