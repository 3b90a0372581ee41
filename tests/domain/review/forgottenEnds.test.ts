import { describe, expect, it } from 'vitest';
import type { ForgottenEnd } from '@/domain/review/proposal';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { at, DAD, day, entry, incident, MUM, nightRow, tonightAt, wakeUp, ZOE } from '../../support/factories';
import { logWith, wakeUpBetween } from '../../support/metrics';
import { toReviewLog } from '../../support/review';

/** Returns the proposals for forgotten ends at a time of the morning after. */
const forgotten = (more: Partial<HouseholdLog>, now: Instant = tonightAt('07:10')): ForgottenEnd[] =>
  propose(toReviewLog(logWith(more)), now).filter((proposal) => proposal.kind === 'forgotten');

const openSince = (time: string, ...rest: Parameters<typeof incident>[0]) =>
  incident([entry('detected', time), ...rest], { id: 'open' });

describe('findForgottenEnds, which asks for an end', () => {
  it('asks if the night is over and nothing was logged for an hour', () => {
    const [asked] = forgotten({ incidents: [openSince('02:43')] });
    expect(asked).toMatchObject({ id: 'forgotten open', night: '2026-11-16' });
  });

  it.each([
    ['while the night runs', '02:43', '06:59'],
    ['while the child may still be awake: since 6:50, at 7:05', '06:50', '07:05'],
    ['while its last entry is less than an hour old', '06:11', '07:10'],
  ])('does not ask %s', (_what, since, time) => {
    expect(forgotten({ incidents: [openSince(since)] }, tonightAt(time))).toEqual([]);
  });

  it('asks before seven, too, once “Good morning” was logged', () => {
    const nights = [nightRow({ morningAt: tonightAt('05:30') })];
    expect(forgotten({ incidents: [openSince('02:43')], nights }, tonightAt('05:40'))).toHaveLength(1);
  });

  it('asks by day only after three hours, because nobody taps what they do by day', () => {
    const nap = incident([entry('detected', at('2026-11-17 14:00'))], { id: 'nap' });
    expect(forgotten({ incidents: [nap] }, at('2026-11-17 16:59'))).toEqual([]);
    const [asked] = forgotten({ incidents: [nap] }, at('2026-11-17 17:00'));
    // “Up for the day” is at the last entry, and not at the end of the night that was still to
    // come.
    expect(asked?.upForDayRepair).toMatchObject({ at: at('2026-11-17 14:00') });
  });

  it('asks for an incident of any age', () => {
    expect(forgotten({ incidents: [openSince('02:43')] }, at('2027-03-01 09:00'))).toHaveLength(1);
  });
});

describe('the proposed end', () => {
  it('is estimated, twenty minutes after the cry if nothing is usual yet, and by who was up', () => {
    const up = openSince('02:43', entry('acknowledged', '02:46', { by: DAD }));
    const [asked] = forgotten({ incidents: [up] });
    expect(asked?.asleepRepair).toEqual({
      kind: 'end',
      incidentId: 'open',
      at: tonightAt('03:03'),
      by: DAD,
      outcome: 'settled',
    });
    expect(asked?.guessedFrom).toBe('usual');
  });

  it('uses the child’s usual recovery time: of 10, 12, 14, 30 and 60 minutes, 14', () => {
    const incidents = ['02:10', '02:12', '02:14', '02:30', '03:00'].map((to, n) =>
      wakeUpBetween(`2026-11-1${n} 02:00`, `2026-11-1${n} ${to}`),
    );
    const [asked] = forgotten({ incidents: [...incidents, openSince('02:43')] });
    expect(asked?.asleepRepair.at).toBe(tonightAt('02:57'));
  });

  it('is one minute before the child is heard again, if that is earlier', () => {
    const incidents = [openSince('02:43'), wakeUp('02:58', '03:30')];
    // Two parents tapped on two phones; one phone alone would refuse the second incident.
    const [asked] = forgotten({ incidents });
    expect(asked).toMatchObject({
      guessedFrom: 'next',
      asleepRepair: { at: tonightAt('02:57') },
      upForDayRepair: null,
    });
  });

  it('is never before the last entry', () => {
    const long = openSince('02:43', entry('remedy', '04:10', { by: MUM }));
    expect(forgotten({ incidents: [long] })[0]?.asleepRepair.at).toBe(tonightAt('04:10'));
  });

  it('is never after the night’s end: seven for a child awake since 6:50', () => {
    expect(forgotten({ incidents: [openSince('06:50')] }, tonightAt('09:00'))[0]).toMatchObject({
      asleepRepair: { at: tonightAt('07:00') },
      guessedFrom: null,
    });
  });

  it('may be “up for the day” at the night’s end, or at “Good morning”', () => {
    expect(forgotten({ incidents: [openSince('05:40')] })[0]?.upForDayRepair).toMatchObject({
      at: tonightAt('07:00'),
      outcome: 'upForDay',
    });
    const nights = [nightRow({ morningAt: tonightAt('06:20') })];
    expect(forgotten({ incidents: [openSince('05:00')], nights })[0]?.upForDayRepair?.at).toBe(tonightAt('06:20'));
  });
});

it('asks two questions for two forgotten incidents, the older one first', () => {
  const second = incident([entry('detected', '03:10')], { id: 'zoe', childId: ZOE });
  expect(forgotten({ incidents: [second, openSince('02:43')] }).map(({ id }) => id)).toEqual([
    'forgotten open',
    'forgotten zoe',
  ]);
});

it('the night of 25 October is an hour longer and ends at seven on the wall', () => {
  const open = incident([entry('detected', at('2026-10-25 06:50'))], { id: 'open' });
  const [asked] = forgotten({ incidents: [open] }, at('2026-10-25 09:00'));
  expect(asked).toMatchObject({ night: day('2026-10-24'), asleepRepair: { at: at('2026-10-25 07:00') } });
});
