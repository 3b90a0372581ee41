import { expect, it } from 'vitest';
import type { Entry, EntryOf } from '@/domain/rows/incident';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { entry, incident } from '../../support/factories';
import { degraded, double, runbook, standard, step } from '../../support/runbooks';

const loadTranslate = async (language: Language) => {
  const words = await loadTranslation(language, [language]);
  await words.loadDayMessages();
  return words.t;
};
const [en, fr] = [await loadTranslate('en'), await loadTranslate('fr')];

/** Formats the entries of a timeline, all of which are about its runbooks. */
const formatEntries = (
  timeline: Entry[],
  runbookId: string | null,
  runbooks = [standard, degraded, double],
  t = en,
) => {
  const row = incident([entry('detected', '02:43'), ...timeline], { runbookId });
  return timeline.map((runbookEntry) =>
    formatRunbookEntry(runbookEntry as EntryOf<'step'> | EntryOf<'runbookChosen'>, row, runbooks, runbookEntryWords(t)),
  );
};

it('names a step by its title and a runbook by its name, including deleted ones', () => {
  const deletedDouble = { ...double, deletedAt: 1 as typeof double.updatedAt };
  const timeline = [
    entry('step', '02:44', { stepId: 'Sheets' }),
    entry('step', '02:45', { stepId: 'Help', outcome: 'skipped' }),
    entry('runbookChosen', '02:46', { runbookId: 'double' }),
  ];
  expect(formatEntries(timeline, 'double', [standard, deletedDouble])).toEqual(['✓ Sheets', '↷ Help', '→ double']);
});

it('names the step of the runbook followed at that time if several have a step with its id', () => {
  const customRunbook = runbook('custom', [step('check', 'Our grace', { id: 'Grace' })]);
  const skippedGrace = (time: string) => entry('step', time, { stepId: 'Grace', outcome: 'skipped' });
  const timeline = [
    skippedGrace('02:44'),
    entry('runbookChosen', '02:45', { runbookId: 'custom' }),
    skippedGrace('02:46'),
  ];
  expect(formatEntries(timeline, 'custom', [customRunbook, standard])).toEqual(['↷ Grace', '→ custom', '↷ Our grace']);
  expect(formatEntries([skippedGrace('02:44')], 'custom', [customRunbook, standard])).toEqual(['↷ Our grace']);
});

it('replaces the name of a missing step, a missing runbook and no runbook by a general phrase', () => {
  const timeline = [
    entry('step', '02:44', { stepId: 'nowhere' }),
    entry('runbookChosen', '02:45', { runbookId: 'nowhere' }),
    entry('runbookChosen', '02:46', { runbookId: null }),
  ];
  expect(formatEntries(timeline, null)).toEqual([
    '✓ a step of the runbook',
    '→ A runbook that is gone',
    '→ No runbook',
  ]);
  expect(formatEntries(timeline, null, [], fr)).toEqual([
    '✓ une étape de la procédure',
    '→ Une procédure disparue',
    '→ Sans procédure',
  ]);
});

it('still names the step that the standard original had until version 2, in the app’s language', () => {
  const skipped = [entry('step', '02:44', { stepId: 'ourBed', outcome: 'skipped' })];
  const custom = runbook('custom', [step('check', 'Ours', { id: 'ourBed' })]);
  expect(formatEntries(skipped, 'standard', [custom, standard])).toEqual(['↷ Migrate the service to our bed']);
  expect(formatEntries(skipped, 'standard', [standard], fr)).toEqual(['↷ Migrer le service vers notre lit']);
  // Whoever has such a step reads its own title.
  expect(formatEntries(skipped, 'custom', [custom, standard])).toEqual(['↷ Ours']);
});
