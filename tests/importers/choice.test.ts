import { describe, expect, it } from 'vitest';
import { RECORDS_MAX } from '@/importers/files/source';
import { readFiles } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import { choiceOf, NOW } from '../support/importers/importChoice';

const fileOf = (text: string, name: string) => ({ name, bytes: new TextEncoder().encode(text) });
const read = (...files: ReturnType<typeof fileOf>[]) => readFiles(files, { order: null });

/** What comes of a table of one's own, in which Léo and Zoé are. */
function tell(lines: readonly string[], childOf: (child: string | null) => string | null) {
  const choice = read(fileOf(['Start,End,Kind,Child', ...lines].join('\n'), 'own.csv'));
  if (!choice.ok) throw new Error(JSON.stringify(choice.problem));
  const { household } = choiceOf('UTC');
  return tellFiles(choice.value.files, { hours: household, timeZone: 'UTC', now: NOW, childOf });
}

describe('a choice of files', () => {
  it.each([
    [RECORDS_MAX, true],
    [RECORDS_MAX + 1, false],
  ])('with %i records of JSON is read: %s', (count, isRead) => {
    const file = fileOf(`{"count": ${count}, "results": [${'0,'.repeat(count - 1)}0]}`, 'sleep.json');
    const choice = read(file);
    expect(choice.ok).toBe(isRead);
    if (!choice.ok) expect(choice.problem).toEqual({ code: 'tooManyRows', file: 'sleep.json' });
  });

  it('is refused as a whole for one file, with the first rows of a table whose headings are not known', () => {
    const known = fileOf('Start,End\n2026-11-10 20:00,2026-11-10 23:00', 'a.csv');
    const unknown = fileOf('Von , Bis\n1,2\n3,4\n5,6\n7,8', 'b.csv');
    expect(read(known, unknown)).toEqual({
      ok: false,
      problem: { code: 'unknownColumns', file: 'b.csv' },
      unknownTable: {
        headings: ['Von', 'Bis'],
        rows: [
          ['1', '2'],
          ['3', '4'],
          ['5', '6'],
        ],
      },
    });
  });
});

describe('what is told of files', () => {
  it('counts the rows of a child that is left out', () => {
    const lines = [
      '2026-11-10 20:00,2026-11-10 23:00,sleep,Léo',
      '2026-11-10 20:00,2026-11-10 23:00,sleep,Zoé',
      '2026-11-10 23:05,,feed,Zoé',
    ];
    const told = tell(lines, (child) => (child === 'Léo' ? 'léo' : null));
    expect([told.used, told.ofOtherChildren]).toEqual([{ sleep: 1 }, 2]);
  });

  it('counts the feeds of nights of which there is no sleep: a file may be missing', () => {
    const lines = [
      '2026-11-10 20:00,2026-11-10 23:00,sleep,Léo',
      // In a night with sleep, by day, and in a night without.
      '2026-11-11 02:00,,feed,Léo',
      '2026-11-11 12:30,,feed,Léo',
      '2026-11-12 02:00,,feed,Léo',
    ];
    const told = tell(lines, (child) => child);
    expect([told.notImported, told.feedsWithoutSleep]).toEqual([{ feed: 3 }, 1]);
  });
});
