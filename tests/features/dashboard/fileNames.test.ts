import { describe, expect, it } from 'vitest';
import { fileName, formatCaption } from '@/features/dashboard/export/fileNames';
import { day } from '../../support/factories';

const RANGE = { from: day('2026-11-15'), to: day('2026-11-16') };

describe('the file names and the caption', () => {
  it('names a file by what it contains and for which nights', () => {
    expect(fileName('mttr', RANGE, 'png')).toBe('infernalops-mttr-2026-11-15-2026-11-16.png');
  });

  it('writes the year in a caption, and names a simulated household as such', () => {
    expect(formatCaption(RANGE, 'en-GB', false).replace(/\s/g, ' ')).toMatch(/^InfernalOps · 15 ?– ?16 Nov 2026$/);
    expect(formatCaption({ from: RANGE.from, to: RANGE.from }, 'fr', true)).toBe(
      'InfernalOps · GameDay · 15 nov. 2026',
    );
  });
});
