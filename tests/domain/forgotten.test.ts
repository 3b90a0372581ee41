import { describe, expect, it } from 'vitest';
import { forgottenAt, nextWindowEnd, rowLookup } from '@/domain/forgotten';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { at, day, entry, household, nightRow, toWallTime } from '../support/factories';
import { DELETED } from '../support/metrics';

const ends = (rows = [nightRow()], hours = household()) => ({ hours, rowOf: rowLookup(rows) });

const openSince = (text: string) => {
  const state = foldTimeline([entry('detected', at(text))]);
  if (!state) throw new Error('never detected');
  return state;
};

describe('nextWindowEnd', () => {
  it('returns the end of the window that an instant lies in', () => {
    expect(nextWindowEnd(at('2026-11-17 03:00'), ends())).toBe(at('2026-11-17 07:00'));
  });

  it('returns the end of the coming night for an instant by day', () => {
    expect(nextWindowEnd(at('2026-11-17 07:00'), ends())).toBe(at('2026-11-18 07:00'));
    expect(nextWindowEnd(at('2026-11-17 15:00'), ends())).toBe(at('2026-11-18 07:00'));
  });

  it('goes by a logged morning, also by one that came early', () => {
    const morning = nightRow({ morningAt: at('2026-11-17 06:10') });
    expect(nextWindowEnd(at('2026-11-17 03:00'), ends([morning]))).toBe(at('2026-11-17 06:10'));
    expect(nextWindowEnd(at('2026-11-17 06:30'), ends([morning]))).toBe(at('2026-11-18 07:00'));
    expect(nextWindowEnd(at('2026-11-17 06:30'), ends([{ ...morning, ...DELETED }]))).toBe(at('2026-11-17 07:00'));
  });

  it('knows hours by day, which reach past noon', () => {
    const hours = household({ nightStart: toWallTime('09:00'), nightEnd: toWallTime('15:00') });
    expect(nextWindowEnd(at('2026-11-17 10:00'), ends([], hours))).toBe(at('2026-11-17 15:00'));
    expect(nextWindowEnd(at('2026-11-17 16:00'), ends([], hours))).toBe(at('2026-11-18 15:00'));
  });

  it('is an hour later in real time in the night in which the clocks go back', () => {
    const cry = at('2026-10-24 23:00');
    expect(nextWindowEnd(cry, ends()) - cry).toBe(9 * 3_600_000);
  });
});

describe('forgottenAt', () => {
  it('returns null while the window runs, and its end from then on', () => {
    const state = openSince('2026-11-17 03:00');
    expect(forgottenAt(state, ends(), at('2026-11-17 06:59'))).toBeNull();
    expect(forgottenAt(state, ends(), at('2026-11-17 07:00'))).toBe(at('2026-11-17 07:00'));
    expect(forgottenAt(state, ends(), at('2026-12-24 10:00'))).toBe(at('2026-11-17 07:00'));
  });

  it('goes by when the child last woke, not by when the incident began', () => {
    const timeline = [
      entry('detected', at('2026-11-17 03:00')),
      entry('resolved', at('2026-11-17 03:20')),
      entry('reopened', at('2026-11-17 10:00')),
    ];
    const state = foldTimeline(timeline);
    expect(state && forgottenAt(state, ends(), at('2026-11-17 12:00'))).toBeNull();
    expect(state && forgottenAt(state, ends(), at('2026-11-18 12:00'))).toBe(at('2026-11-18 07:00'));
  });

  it('returns null for an incident that is over, and for one that lies in the future', () => {
    const over = foldTimeline([entry('detected', '02:43'), entry('resolved', '03:03')]);
    expect(over && forgottenAt(over, ends(), at('2026-11-20 10:00'))).toBeNull();
    expect(forgottenAt(openSince('2026-11-22 03:00'), ends(), at('2026-11-20 10:00'))).toBeNull();
  });
});

describe('rowLookup', () => {
  it('finds rows by their night, and no deleted ones', () => {
    const row = nightRow();
    expect(rowLookup([row])(day('2026-11-16'))).toBe(row);
    expect(rowLookup([row])(day('2026-11-17'))).toBeNull();
    expect(rowLookup([{ ...row, ...DELETED }])(day('2026-11-16'))).toBeNull();
  });
});
