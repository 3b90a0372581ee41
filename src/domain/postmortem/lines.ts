import { hashOf } from '@/lib/hash';

/**
 * A line that was generated from the night's figures and timeline. Its key is the same in every
 * language, whatever the figures are.
 */
export interface KeyedLine {
  /** Letters, digits, dots and hyphens, for example `impact.downtime`. */
  key: string;
  /** One line of Markdown. */
  text: string;
}

const TASK = /^(\s*[-*+] \[)([ xX])(\] )/;

/** Returns whether a task is ticked; null for a line that is no task. */
export const tickOf = (line: string): boolean | null => {
  const mark = TASK.exec(line)?.[2];
  return mark === undefined ? null : mark !== ' ';
};

/** Returns a task with its box ticked or empty; a line that is no task is returned unchanged. */
export const withTick = (line: string, ticked: boolean): string => line.replace(TASK, `$1${ticked ? 'x' : ' '}$3`);

/**
 * Returns the hash by which a generated line is recognized. Ticked or not, a task has the same
 * fingerprint: a tick means that something was done, not that the line was rewritten.
 */
export const fingerprint = (line: string): string => hashOf(withTick(line, false));
