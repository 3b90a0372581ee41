import { expect, it } from 'vitest';
import { ageOf } from '@/domain/age';
import { day } from '../support/factories';

it.each([
  ['2024-08-20', '2026-11-24', 'months', 27],
  ['2026-02-24', '2026-11-24', 'months', 9],
  ['2026-02-25', '2026-11-24', 'months', 8],
  ['2023-11-24', '2026-11-24', 'years', 3],
  ['2026-11-30', '2026-11-24', 'months', 0],
])('a child born on %s is on %s so many %s old: %i', (birth, today, unit, count) => {
  expect(ageOf(day(birth), day(today))).toEqual({ unit, count });
});
