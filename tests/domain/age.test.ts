import { describe, expect, it } from 'vitest';
import { ageOf, canBeDueDate, correctedAgeOf } from '@/domain/age';
import { day } from '../support/factories';

it.each([
  ['2026-11-24', '2026-11-24', 'weeks', 0],
  ['2026-11-18', '2026-11-24', 'weeks', 0],
  ['2026-11-17', '2026-11-24', 'weeks', 1],
  ['2026-08-25', '2026-11-24', 'weeks', 13],
  ['2026-08-24', '2026-11-24', 'months', 3],
  ['2024-08-20', '2026-11-24', 'months', 27],
  ['2026-02-24', '2026-11-24', 'months', 9],
  ['2026-02-25', '2026-11-24', 'months', 8],
  ['2023-11-25', '2026-11-24', 'months', 35],
  ['2023-11-24', '2026-11-24', 'years', 3],
  ['2026-11-30', '2026-11-24', 'weeks', 0],
])('a child born on %s is on %s so many %s old: %i', (birth, today, unit, count) => {
  expect(ageOf(day(birth), day(today))).toEqual({ unit, count });
});

// The clocks change on 25 October, and the weeks are those of the calendar.
it('counts the days of the calendar', () => {
  expect(ageOf(day('2026-10-20'), day('2026-10-27'))).toEqual({ unit: 'weeks', count: 1 });
  expect(ageOf(day('2026-10-20'), day('2026-10-26'))).toEqual({ unit: 'weeks', count: 0 });
});

describe('the corrected age', () => {
  const corrected = (birth: string | null, due: string | null, today: string) =>
    correctedAgeOf(
      { birthDate: birth === null ? null : day(birth), dueDate: due === null ? null : day(due) },
      day(today),
    );

  it('is counted from the day on which a premature child was due', () => {
    expect(corrected('2026-06-20', '2026-08-20', '2026-11-24')).toEqual({ unit: 'months', count: 3 });
    expect(corrected('2026-06-20', '2026-08-29', '2026-11-24')).toEqual({ unit: 'weeks', count: 12 });
    expect(corrected('2026-06-20', '2026-08-20', '2026-08-20')).toEqual({ unit: 'weeks', count: 0 });
  });

  it('is none yet before that day', () => {
    expect(corrected('2026-06-20', '2026-08-20', '2026-08-19')).toBe('beforeTerm');
    expect(corrected('2026-06-20', '2026-08-20', '2026-06-19')).toBeNull();
  });

  it('is given until two years', () => {
    expect(corrected('2024-11-25', '2025-01-25', '2026-11-24')).toEqual({ unit: 'months', count: 21 });
    expect(corrected('2024-11-24', '2025-01-24', '2026-11-24')).toBeNull();
  });

  it('is that of a child born before 37 of 40 weeks', () => {
    // 22 days early is 36 weeks and 6 days.
    expect(corrected('2026-06-01', '2026-06-23', '2026-11-24')).toEqual({ unit: 'months', count: 5 });
    expect(corrected('2026-06-01', '2026-06-22', '2026-11-24')).toBeNull();
    expect(corrected('2026-06-01', '2026-05-01', '2026-11-24')).toBeNull();
  });

  it('needs both days', () => {
    expect(corrected(null, '2026-08-20', '2026-11-24')).toBeNull();
    expect(corrected('2026-06-20', null, '2026-11-24')).toBeNull();
  });
});

it.each([
  ['2026-06-21', true],
  ['2026-11-07', true],
  ['2026-11-08', false],
  ['2026-06-20', false],
  ['2026-06-01', false],
  ['2026-06-31', false],
  ['', false],
])('%s can be the due date of a child born on 20 June: %s', (due, can) => {
  expect(canBeDueDate(due, day('2026-06-20'))).toBe(can);
});
