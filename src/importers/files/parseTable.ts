import papaparse from 'papaparse';
import { RECORDS_MAX, type ReadResult, type TableRecord, type TableSource } from './source';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A line that only names what comes below it, as Sofi has them. */
const SECTION = /^\s*===.*===\s*$/;

/**
 * Parses a table after RFC 4180, with line breaks of any kind. The delimiter is the one that its
 * heading has most of. Blank lines are left out, and counted for the lines after them.
 */
export function parseTable(file: string, text: string): ReadResult<TableSource> {
  const lines = text.replace(/\r\n?/g, '\n');
  const records: TableRecord[] = [];
  const lineAt = lineCounter(lines);
  let begin = 0;
  let openAt: number | null = null;
  papaparse.parse<string[]>(lines, {
    delimiter: delimiterOf(lines),
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      const line = lineAt(begin);
      begin = meta.cursor;
      if (errors.some(({ code }) => code === 'MissingQuotes')) openAt = line;
      if (data.some((cell) => cell.trim() !== '')) records.push({ line, cells: data });
      if (records.length > RECORDS_MAX + 1) parser.abort();
    },
  });
  if (openAt !== null) return { ok: false, problem: { code: 'openQuote', file, line: openAt } };
  if (records.length > RECORDS_MAX + 1) return { ok: false, problem: { code: 'tooManyRows', file } };
  return { ok: true, value: { kind: 'table', file, records } };
}

function delimiterOf(lines: string): string {
  const heading = lines.split('\n', 20).find((line) => line.trim() !== '' && !SECTION.test(line)) ?? '';
  const countOf = (delimiter: string) => heading.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** Returns the line of a place in a text. The places must be asked for in their order. */
function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let at = 0;
  return (index) => {
    for (;;) {
      const next = text.indexOf('\n', at);
      if (next === -1 || next >= index) return line;
      at = next + 1;
      line += 1;
    }
  };
}
