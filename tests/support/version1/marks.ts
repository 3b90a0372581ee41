import type { Entry } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';

/*
 * A step that was done or left out is a line of the timeline like any other: a note that a person can read in the morning, and the
 * engine too. A step whose title was changed since is another step.
 */

export const doneMark = ({ title }: Pick<RunbookStep, 'title'>): string => `✓ ${title}`;
export const skipMark = ({ title }: Pick<RunbookStep, 'title'>): string => `↷ ${title}`;

/** From here on the incident goes by this runbook: its steps have their turns from then on, and none before. */
export const isChosenMark = (entry: Entry): boolean => entry.kind === 'note' && entry.text.startsWith('→ ');

/** Whether an entry is such a line, of whatever step. */
export const isMark = (entry: Entry): boolean => entry.kind === 'note' && /^[✓↷→] /.test(entry.text);
