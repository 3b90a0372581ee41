import { hashOf } from '@/lib/hash';

/** A line that was made of the night's figures and timeline, under the name it has in every language and however the figures change. */
export interface KeyedLine {
  /** Letters, digits, dots and hyphens, as `impact.downtime`. */
  key: string;
  /** One line of Markdown. */
  text: string;
}

const TASK = /^(\s*[-*+] \[)([ xX])(\] )/;

/** Whether a line can be ticked, and is; null for one that is no task. */
export const tickOf = (line: string): boolean | null => {
  const mark = TASK.exec(line)?.[2];
  return mark === undefined ? null : mark !== ' ';
};

export const withTick = (line: string, ticked: boolean): string => line.replace(TASK, `$1${ticked ? 'x' : ' '}$3`);

/** What a line is recognized by. A tick says that something was done, not that the line was rewritten. */
export const fingerprint = (line: string): string => hashOf(withTick(line, false));
