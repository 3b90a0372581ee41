import { expect, it } from 'vitest';
import type { NightSummary } from '@/domain/nightSummary';
import { groupNights } from '@/features/nights/groupNights';
import { day } from '../../support/factories';

/** Each character is a night, backwards from the 20th: `x` was logged and `.` was not. */
const nights = (pattern: string) =>
  [...pattern].map(
    (mark, index) => ({ night: day(`2026-11-${20 - index}`), observed: mark === 'x' }) as unknown as NightSummary,
  );
const groupsOf = (pattern: string, tonight = '2026-11-20') =>
  groupNights(nights(pattern), day(tonight)).map((group) =>
    group.kind === 'night'
      ? group.summary.night.slice(-2)
      : `${group.from.slice(-2)}–${group.to.slice(-2)}: ${group.count}`,
  );

it('lists up to three nights without a log one by one', () => {
  expect(groupsOf('x...x')).toEqual(['20', '19', '18', '17', '16']);
});

it('makes one group of four or more nights without a log', () => {
  expect(groupsOf('x....x')).toEqual(['20', '16–19: 4', '15']);
  expect(groupsOf('x....')).toEqual(['20', '16–19: 4']);
});

it('never puts tonight in a group, logged or not', () => {
  expect(groupsOf('.....x')).toEqual(['20', '16–19: 4', '15']);
});
