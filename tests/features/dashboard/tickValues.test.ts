import { expect, it } from 'vitest';
import { tickValues } from '@/features/dashboard/charts/tickValues';

it('counts wake-ups in whole numbers', () => {
  expect(tickValues(0, 'number')).toEqual([0, 1]);
  expect(tickValues(3, 'number')).toEqual([0, 1, 2, 3]);
  expect(tickValues(9, 'number')).toEqual([0, 3, 6, 9]);
});

it('counts minutes as a clock does', () => {
  expect(tickValues(38, 'minutes')).toEqual([0, 15, 30, 45]);
  expect(tickValues(239, 'minutes')).toEqual([0, 120, 240]);
  expect(tickValues(750, 'minutes')).toEqual([0, 360, 720, 1080]);
});

it('has at most three steps, also for the chores of a year', () => {
  // 10,020 minutes are 167 hours: steps of five times 12 hours.
  expect(tickValues(10_020, 'minutes')).toEqual([0, 3600, 7200, 10_800]);
});
