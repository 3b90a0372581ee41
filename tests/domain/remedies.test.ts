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

it('keeps the order of the list if nothing is known, with the parents’ bed last', () => {
  expect(rankRemedies([])).toEqual([...REMEDIES.filter((remedy) => remedy !== 'co-sleep'), 'co-sleep']);
});

it('offers the parents’ bed to those who use it', () => {
  expect(rankRemedies([wakeUpWith(['co-sleep'])])[0]).toBe('co-sleep');
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
  const stepOf = (remedy: Remedy | null) => ({ remedy });

  it('are the three that worked best', () => {
    expect(remediesInReach(['song', 'water', 'feed', 'cuddle'], [])).toEqual(['song', 'water', 'feed']);
  });

  it('are first those of the runbook, in the places of the ranking', () => {
    const steps = [stepOf(null), stepOf('lie-down'), stepOf('cuddle')];
    expect(remediesInReach(['song', 'water', 'cuddle', 'lie-down'], steps)).toEqual(['song', 'cuddle', 'lie-down']);
  });

  it('leave out a medicine, which has a sheet of its own', () => {
    expect(remediesInReach(['medicine', 'song', 'water', 'feed'], [stepOf('medicine')])).toEqual([
      'song',
      'water',
      'feed',
    ]);
  });
});
