import { describe, expect, it } from 'vitest';
import { rankRemedies, remediesInReach } from '@/domain/remedies';
import { type Outcome, REMEDIES, type Remedy } from '@/domain/rows/incident';
import { entry, incident } from '../support/factories';

const wakeUpWith = (remedies: Remedy[], outcome: Outcome = 'settled') =>
  incident([
    entry('detected', '02:43'),
    ...remedies.map((remedy, index) => entry('remedy', '02:50', { id: String(index), remedy })),
    entry('resolved', '03:03', { outcome }),
  ]);

it('keeps the order of the list if nothing is known', () => {
  expect(rankRemedies([])).toEqual(REMEDIES);
});

it('puts a remedy that worked before one that was tried in vain more often', () => {
  const incidents = [
    wakeUpWith(['song', 'rocking']),
    wakeUpWith(['song', 'song'], 'upForDay'),
    wakeUpWith(['song', 'song', 'rocking']),
  ];
  expect(rankRemedies(incidents).slice(0, 3)).toEqual(['rocking', 'song', 'feed']);
});

it('gives no remedy credit if the child settled alone', () => {
  expect(rankRemedies([wakeUpWith(['song'], 'selfSettled'), wakeUpWith(['water'])]).slice(0, 2)).toEqual([
    'water',
    'song',
  ]);
});

describe('the remedies in reach', () => {
  it('are the first of the ranking', () => {
    expect(remediesInReach(REMEDIES, 2, [])).toEqual(['feed', 'cuddle']);
  });

  it('keep their places when one of them has its button elsewhere: the next one takes its place', () => {
    expect(remediesInReach(REMEDIES, 3, ['feed'])).toEqual(['lie-down', 'cuddle', 'co-sleep']);
    expect(remediesInReach(REMEDIES, 2, ['cuddle', 'co-sleep'])).toEqual(['feed', 'lie-down']);
    expect(remediesInReach(['feed', 'song'], 2, ['feed'])).toEqual(['song']);
  });
});
