import { expect, it } from 'vitest';
import { rankCauses } from '@/domain/causes';
import { CAUSES } from '@/domain/rows/incident';

it('puts the causes that were given most often first, and keeps the order of the list otherwise', () => {
  const given = ['noise', null, 'teething', 'noise'] as const;
  const ranked = rankCauses(given.map((causeId) => ({ causeId })));
  expect(ranked.slice(0, 3)).toEqual(['noise', 'teething', 'hunger']);
  expect(ranked.toSorted()).toEqual([...CAUSES].sort());
});
