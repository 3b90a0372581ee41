import type { EntryOf, Incident } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { stepTitle } from './stepTitle';

/** What is said in the place of a title or a name, in the reader's language. */
export interface RunbookEntryWords {
  /** The title of the step that the standard original had until version 2 of the data. */
  formerStep: string;
  goneStep: string;
  noRunbook: string;
  goneRunbook: string;
}

/**
 * Formats an entry about the runbook, the same on every screen and in every file: "✓ title", "↷
 * title" or "→ name". If the step or the runbook no longer exists, a plain word replaces its
 * name.
 * @param runbooks all runbooks, including deleted ones
 */
export function formatRunbookEntry(
  entry: EntryOf<'step'> | EntryOf<'runbookChosen'>,
  incident: Incident,
  runbooks: readonly Runbook[],
  words: RunbookEntryWords,
): string {
  if (entry.kind === 'step') {
    const sign = entry.outcome === 'done' ? '✓' : '↷';
    const title = stepTitle(incident, entry, withFormerStep(runbooks, words.formerStep));
    return `${sign} ${title ?? words.goneStep}`;
  }
  const { runbookId } = entry;
  if (runbookId === null) return `→ ${words.noRunbook}`;
  return `→ ${runbooks.find(({ id }) => id === runbookId)?.name ?? words.goneRunbook}`;
}

/**
 * Adds the step that the standard original had until version 2 of the data: the nights in which it
 * was left out still name it.
 */
const withFormerStep = (runbooks: readonly Runbook[], title: string): Runbook[] =>
  runbooks.map((runbook) =>
    runbook.id === 'standard' && runbook.steps.every(({ id }) => id !== 'ourBed')
      ? {
          ...runbook,
          steps: [
            ...runbook.steps,
            { id: 'ourBed', title, kind: 'remedy', seconds: null, level: null, remedy: 'co-sleep' },
          ],
        }
      : runbook,
  );
