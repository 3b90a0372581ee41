import type { Entry } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';

/*
 * A step that was done or left out is a line of the timeline like any other: a note that a person can read in the morning, and the
 * engine too. A step whose title was changed since is another step.
 */

export const doneNote = ({ title }: Pick<RunbookStep, 'title'>): string => `✓ ${title}`;
export const skipNote = ({ title }: Pick<RunbookStep, 'title'>): string => `↷ ${title}`;

/** From here on the incident goes by this runbook: its steps have their turns from then on, and none before. */
export const isRunbookNote = (entry: Entry): boolean => entry.kind === 'note' && entry.text.startsWith('→ ');

/** Whether an entry is such a line, of whatever step. */
export const isProgressNote = (entry: Entry): boolean => entry.kind === 'note' && /^[✓↷→] /.test(entry.text);
