import type { Entry } from '@/domain/rows/incident';
import type { RunbookStep } from '@/domain/rows/others';

/*
 * In version 1 a step that was done or skipped was a note in the timeline, which both a person in
 * the morning and the engine could read. A step whose title has changed since is another step.
 */

export const doneNote = ({ title }: Pick<RunbookStep, 'title'>): string => `✓ ${title}`;
export const skipNote = ({ title }: Pick<RunbookStep, 'title'>): string => `↷ ${title}`;

/**
 * From this entry on the incident follows the named runbook. Its steps have their turns from then
 * on, and none before.
 */
export const isRunbookNote = (entry: Entry): boolean => entry.kind === 'note' && entry.text.startsWith('→ ');

/** Whether an entry is a progress note, of whatever step. */
export const isProgressNote = (entry: Entry): boolean => entry.kind === 'note' && /^[✓↷→] /.test(entry.text);
