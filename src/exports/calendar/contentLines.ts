import type { Instant } from '@/lib/time';

/*
 * The lines of a calendar file (RFC 5545, section 3.1). The libraries that write such files also
 * check, repeat and localize events, which a rota does not need, and weigh many times as much.
 */

const LINE_END = '\r\n';

/** A line may have 75 octets without its end. A longer one goes on after a line end and a space. */
const OCTETS_MAX = 75;

const encoder = new TextEncoder();

/** Formats lines as the text of a file. No letter is cut in two where a line is folded. */
export const formatLines = (lines: readonly string[]): string =>
  lines.map((line) => foldLine(line) + LINE_END).join('');

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > OCTETS_MAX) {
      folded += `${LINE_END} `;
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

/**
 * Formats what a person wrote as a value. Control characters, which a calendar file must not have,
 * become blanks.
 */
export const formatText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/**
 * Formats an instant in UTC, to the second: `20261117T014300Z`. A file with such times needs no
 * rules of time zones, and each calendar shows them on its own clock, also when clocks change.
 */
export const formatUtc = (at: Instant): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
