import { describe, expect, it } from 'vitest';
import { datesOfIncident, END_OF_TIME, MOST_DATES, START_OF_TIME } from '@/domain/clock/wrongDates';
import type { ClockSlip, WrongClock } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { Incident } from '@/domain/rows/incident';
import { addMs, HOUR_MS, MINUTE_MS } from '@/lib/time';
import { at, entry, incident, tonightAt, wakeUp } from '../../support/factories';
import { logWith } from '../../support/metrics';
import { applyRepair, toReviewLog } from '../../support/review';

const now = tonightAt('07:30');
const BY_MS = -(10 * HOUR_MS + 17 * MINUTE_MS);

const span = (id: string, from: string, to: string) =>
  incident([entry('detected', at(from)), entry('resolved', at(to))], { id });
/** Tapped at 02:43 and 02:58, on a clock that was 10 h 17 ahead. */
const ahead = span('ahead', '2026-11-17 13:00', '2026-11-17 13:15');

const slipOf = (incidents: Incident[], more: Partial<ClockSlip> = {}): ClockSlip => ({
  noticedAt: tonightAt('03:10'),
  byMs: BY_MS,
  isExact: true,
  dates: incidents.flatMap((row) => datesOfIncident(row, START_OF_TIME, END_OF_TIME)),
  ...more,
});

const questionsOf = (incidents: Incident[], slips: ClockSlip[] = []): WrongClock[] =>
  propose({ ...toReviewLog(logWith({ incidents })), clockSlips: slips }, now).filter(
    (proposal) => proposal.kind === 'wrongClock',
  );

describe('what a noticed slip has dated', () => {
  it('is one question, with the difference that was noticed', () => {
    const second = span('second', '2026-11-17 15:00', '2026-11-17 15:10');
    expect(questionsOf([ahead, second], [slipOf([ahead, second])])).toMatchObject([
      { incidents: [{ id: 'ahead' }, { id: 'second' }], repair: { byMs: BY_MS, isExact: true }, isRefused: false },
    ]);
  });

  it('is still asked for when it no longer lies in the future', () => {
    const early = span('early', '2026-11-17 06:00', '2026-11-17 06:10');
    expect(questionsOf([early], [slipOf([early], { byMs: -6 * HOUR_MS })])).toMatchObject([
      { repair: { byMs: -6 * HOUR_MS } },
    ]);
  });

  it('moves as it was, with its durations, and is no estimate if the difference is exact', () => {
    const [question] = questionsOf([ahead], [slipOf([ahead])]);
    const { written } = applyRepair(logWith({ incidents: [ahead] }), (question as WrongClock).repair, now);
    expect(written[0]?.timeline.map((moved) => [moved.at, moved.estimated])).toEqual([
      [tonightAt('02:43'), false],
      [tonightAt('02:58'), false],
    ]);
  });

  it('becomes an estimate if the difference is a lower bound, and only what the slip has dated moves', () => {
    const mixed = incident([entry('detected', '02:40'), entry('resolved', at('2026-11-17 13:00'))], { id: 'mixed' });
    const slip = slipOf([mixed], { isExact: false });
    const [question] = questionsOf([mixed], [{ ...slip, dates: slip.dates.slice(1) }]);
    const { written } = applyRepair(logWith({ incidents: [mixed] }), (question as WrongClock).repair, now);
    expect(written[0]?.timeline.map((moved) => [moved.at, moved.estimated])).toEqual([
      [tonightAt('02:40'), false],
      [tonightAt('02:43'), true],
    ]);
  });

  it('moves forward if the clock was behind', () => {
    const behind = span('behind', '2017-01-01 00:03', '2017-01-01 00:20');
    const byMs = tonightAt('02:43') - at('2017-01-01 00:03');
    expect(questionsOf([behind], [slipOf([behind], { byMs })])).toMatchObject([
      { night: '2026-11-16', repair: { byMs }, isRefused: false },
    ]);
  });

  it('offers no move by the difference if another wake-up is there', () => {
    expect(questionsOf([wakeUp('02:40', '03:10'), ahead], [slipOf([ahead])])).toMatchObject([{ isRefused: true }]);
  });
});

describe('what lies in the future without a slip', () => {
  it('would move back until its latest entry is now, as an estimate', () => {
    expect(questionsOf([ahead])).toMatchObject([
      { repair: { byMs: now - at('2026-11-17 13:15'), isExact: false }, isRefused: false },
    ]);
  });

  it('is not asked for twice', () => {
    expect(questionsOf([ahead], [slipOf([ahead])])).toHaveLength(1);
  });

  it('is the log and not a slip if it is more than any slip has dated', () => {
    const many = Array.from({ length: MOST_DATES }, (_, index) => {
      const detectedAt = addMs(at('2027-01-01 00:00'), index * HOUR_MS);
      return incident([entry('detected', detectedAt), entry('resolved', addMs(detectedAt, MINUTE_MS))], {
        id: `later ${index}`,
      });
    });
    expect(questionsOf(many)).toEqual([]);
  });

  it('is not asked for when there is nothing', () => {
    expect(questionsOf([wakeUp('02:43', '02:58')])).toEqual([]);
  });
});
