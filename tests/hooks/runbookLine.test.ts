import { expect, it } from 'vitest';
import type { Entry, EntryOf } from '@/domain/rows/incident';
import { runbookLine } from '@/hooks/runbookLine';
import type { Language } from '@/i18n/translator';
import { loadTranslation } from '@/i18n/useTranslation';
import { entry, incident } from '../support/factories';
import { degraded, double, runbook, standard, step } from '../support/runbooks';

const wordsIn = async (language: Language) => {
  const words = await loadTranslation(language, [language]);
  await words.loadDayMessages();
  return words.t;
};
const [en, fr] = [await wordsIn('en'), await wordsIn('fr')];

/** Returns the texts of the timeline's lines about its runbooks. */
const formatLines = (timeline: Entry[], runbookId: string | null, runbooks = [standard, degraded, double], t = en) => {
  const row = incident([entry('detected', '02:43'), ...timeline], { runbookId });
  return timeline.map((line) => runbookLine(line as EntryOf<'step'> | EntryOf<'runbookChosen'>, row, runbooks, t));
};

it('names a step by its title and a runbook by its name, including deleted ones', () => {
  const gone = { ...double, deletedAt: 1 as typeof double.updatedAt };
  const lines = [
    entry('step', '02:44', { stepId: 'Sheets' }),
    entry('step', '02:45', { stepId: 'Help', outcome: 'skipped' }),
    entry('runbookChosen', '02:46', { runbookId: 'double' }),
  ];
  expect(formatLines(lines, 'double', [standard, gone])).toEqual(['✓ Sheets', '↷ Help', '→ double']);
});

it('names the step of the runbook that was followed then, if several runbooks have a step with that id', () => {
  const ours = runbook('custom', [step('check', 'Our grace', { id: 'Grace' })]);
  const grace = (time: string) => entry('step', time, { stepId: 'Grace', outcome: 'skipped' });
  const lines = [grace('02:44'), entry('runbookChosen', '02:45', { runbookId: 'custom' }), grace('02:46')];
  expect(formatLines(lines, 'custom', [ours, standard])).toEqual(['↷ Grace', '→ custom', '↷ Our grace']);
  expect(formatLines([grace('02:44')], 'custom', [ours, standard])).toEqual(['↷ Our grace']);
});

it('uses a plain word if the step or the runbook no longer exists, and if none was chosen', () => {
  const lines = [
    entry('step', '02:44', { stepId: 'nowhere' }),
    entry('runbookChosen', '02:45', { runbookId: 'nowhere' }),
    entry('runbookChosen', '02:46', { runbookId: null }),
  ];
  expect(formatLines(lines, null)).toEqual(['✓ a step of the runbook', '→ A runbook that is gone', '→ No runbook']);
  expect(formatLines(lines, null, [], fr)).toEqual([
    '✓ une étape de la procédure',
    '→ Une procédure disparue',
    '→ Sans procédure',
  ]);
});
