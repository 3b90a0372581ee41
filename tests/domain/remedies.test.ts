import { expect, it } from 'vitest';
import { rankRemedies } from '@/domain/remedies';
import { type Outcome, REMEDIES, type Remedy } from '@/domain/rows/incident';
import { entry, incident } from '../support/factories';

const night = (remedies: Remedy[], outcome: Outcome = 'settled') =>
  incident([
    entry('detected', '02:43'),
    ...remedies.map((remedy, index) => entry('remedy', '02:50', { id: String(index), remedy })),
    entry('resolved', '03:03', { outcome }),
  ]);

it('with nothing known, remedies stand in their own order', () => {
  expect(rankRemedies([])).toEqual(REMEDIES);
});

it('the one that brought sleep comes first, before one that was tried in vain more often', () => {
  const log = [night(['song', 'rocking']), night(['song', 'song'], 'upForDay'), night(['song', 'song', 'rocking'])];
  expect(rankRemedies(log).slice(0, 3)).toEqual(['rocking', 'song', 'feed']);
});

it('a night that settled by itself credits nothing', () => {
  expect(rankRemedies([night(['song'], 'selfSettled'), night(['water'])]).slice(0, 2)).toEqual(['water', 'song']);
});
