import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '@/domain/backupContent';
import { inOrderOfBirth } from '@/domain/childOrder';
import { newChild } from '@/domain/defaults';
import { computeMetrics } from '@/metrics/computeMetrics';
import { at, day } from '../support/factories';
import { logWith } from '../support/metrics';

const child = (id: string, name: string, birthDate: string | null) => ({
  ...newChild(id, name, 'blue', at('2026-11-01 10:00')),
  birthDate: birthDate === null ? null : day(birthDate),
});
const order = (...children: ReturnType<typeof child>[]) => inOrderOfBirth(children).map(({ name }) => name);

describe('the order of children', () => {
  it('is that of their birth, the eldest first, whatever their names and when they were added', () => {
    expect(order(child('1', 'Ada', '2025-03-01'), child('2', 'Zoé', '2022-06-30'))).toEqual(['Zoé', 'Ada']);
  });

  it('has children without a birth date last, in the order in which they were added', () => {
    expect(order(child('1', 'Zoé', null), child('2', 'Ada', null), child('3', 'Léo', '2025-03-01'))).toEqual([
      'Léo',
      'Zoé',
      'Ada',
    ]);
  });

  it('has twins by name', () => {
    expect(order(child('1', 'Noé', '2025-03-01'), child('2', 'Ada', '2025-03-01'))).toEqual(['Ada', 'Noé']);
  });

  it('has twins of one name, and children without a birth date, by their ids', () => {
    const ids = (...children: ReturnType<typeof child>[]) => inOrderOfBirth(children).map(({ id }) => id);
    expect(ids(child('2', 'Ada', '2025-03-01'), child('1', 'Ada', '2025-03-01'))).toEqual(['1', '2']);
    expect(ids(child('2', 'Ada', null), child('1', 'Zoé', null))).toEqual(['1', '2']);
  });

  it('is the same whatever the order of the rows', () => {
    const children = [
      child('1', 'Noé', '2025-03-01'),
      child('2', 'Ada', '2025-03-01'),
      child('3', 'Zoé', null),
      child('4', 'Émile', '2019-12-31'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(children, { minLength: 4 }), (shuffled) => {
        expect(order(...shuffled)).toEqual(['Émile', 'Ada', 'Noé', 'Zoé']);
      }),
    );
  });
});

it('is the order of the figures and of the names of a backup, whatever the order of the rows', () => {
  const children = [
    child('ada', 'Ada', '2025-03-01'),
    child('noé', 'Noé', '2025-03-01'),
    child('zoé', 'Zoé', '2022-06-30'),
  ];
  const log = logWith({ children });
  const figures = computeMetrics(log, { from: day('2026-11-16'), to: day('2026-11-16') }, at('2026-11-17 09:00'));
  expect(Object.keys(figures.availability.byChild)).toEqual(['zoé', 'ada', 'noé']);
  expect(contentOf({ exportedAt: at('2026-11-17 09:00'), log }).names.slice(0, 3)).toEqual(['Zoé', 'Ada', 'Noé']);
});
