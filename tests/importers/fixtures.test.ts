import { describe, expect, it } from 'vitest';
import { formatTold } from '@/importers/formatTold';
import { HAS_IMPORT_FIXTURES, importFixtures } from '../support/importers/importFixtures';
import { tellChoice } from '../support/importers/tellChoice';

describe.skipIf(!HAS_IMPORT_FIXTURES)('the files of other trackers', () => {
  it.each(importFixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, fixture) => {
    const { about, tracker, household, now, answers, files, ...expected } = fixture.expected;
    const { trackers, told } = tellChoice(fixture.files, { household, now, answers });
    expect(trackers).toEqual([tracker]);
    expect(formatTold(told, fixture.files.length > 1, (name) => name)).toEqual(expected);
  });
});
