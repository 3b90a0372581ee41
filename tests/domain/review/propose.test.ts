import { describe, expect, it } from 'vitest';
import { propose } from '@/domain/review/propose';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import {
  at,
  DAD,
  day,
  entry,
  household,
  incident,
  MUM,
  nightRow,
  tonightAt,
  toWallTime,
  wakeUp,
  ZOE,
} from '../../support/factories';
import { DELETED, logWith, selfSettledIncident, wakeUpBetween } from '../../support/metrics';
import { toReviewLog } from '../../support/review';

const MORNING = tonightAt('07:30');
const WITH_CAUSE = { causeId: 'hunger' } as const;

const proposalIds = (more: Partial<HouseholdLog>, now: Instant = MORNING, passed: string[] = []) =>
  propose(toReviewLog(logWith(more)), now, new Set(passed)).map(({ id }) => id);

describe('two incidents that look like one wake-up', () => {
  it('are less than ten minutes apart, as on Tonight', () => {
    const incidents = [wakeUp('02:43', '03:03', WITH_CAUSE), wakeUp('03:12', '03:20', WITH_CAUSE)];
    expect(proposalIds({ incidents })).toEqual(['pair 02:43 to 03:03 03:12 to 03:20']);
    expect(
      proposalIds({ incidents: [wakeUp('02:43', '03:03', WITH_CAUSE), wakeUp('03:13', '03:20', WITH_CAUSE)] }),
    ).toEqual([]);
  });

  it.each([
    ['incidents of two children', { childId: ZOE, ...WITH_CAUSE }],
    ['incidents with different causes, which somebody regards as two', { causeId: 'noise' as const }],
    ['incidents of which one was deleted', { ...DELETED }],
  ])('are not %s', (_what, more) => {
    expect(proposalIds({ incidents: [wakeUp('02:43', '03:03', WITH_CAUSE), wakeUp('03:07', '03:20', more)] })).toEqual(
      [],
    );
  });

  it('do not follow an estimated end, nor “up for the day”', () => {
    for (const more of [{ estimated: true }, { outcome: 'upForDay' }] as const) {
      const first = incident([entry('detected', '05:43'), entry('resolved', '06:03', more)], WITH_CAUSE);
      expect(proposalIds({ incidents: [first, wakeUp('06:07', '06:20', WITH_CAUSE)] })).toEqual([]);
    }
  });

  it('have no third incident between them, which the merged one would overlap', () => {
    const incidents = [
      wakeUp('02:43', '04:00', WITH_CAUSE),
      wakeUp('03:00', '03:10', WITH_CAUSE),
      wakeUp('03:30', '03:40', WITH_CAUSE),
    ];
    expect(proposalIds({ incidents })).toEqual([]);
  });

  it('are asked before the end of either, because the merged one may have an end', () => {
    const incidents = [
      incident([entry('detected', '02:43')], { id: 'hers' }),
      incident([entry('detected', '02:44')], { id: 'his' }),
    ];
    expect(proposalIds({ incidents })).toEqual(['pair hers his']);
    // If they are two wake-ups, the first one ended before the second began.
    expect(proposalIds({ incidents }, MORNING, ['pair hers his'])).toEqual(['forgotten hers']);
  });
});

it('does not ask about a night that reaches over noon while it is running', () => {
  const late = household({ nightStart: toWallTime('22:00'), nightEnd: toWallTime('13:00') });
  const more = { household: late, incidents: [wakeUp('02:43', '03:03')], nights: [nightRow({ bedtimeAt: null })] };
  expect(proposalIds(more, at('2026-11-17 12:30'))).toEqual([]);
  expect(proposalIds(more, at('2026-11-17 13:00'))).toEqual(['cause 02:43 to 03:03']);
  // "Good morning" was logged.
  const nights = [nightRow({ bedtimeAt: null, morningAt: tonightAt('11:30') })];
  expect(proposalIds({ ...more, nights }, at('2026-11-17 12:30'))).toEqual(['cause 02:43 to 03:03']);
});

it('does not ask about the night before the first entry of the log: nobody had the app', () => {
  // The app was installed over breakfast, and a nap ended in tears at nine.
  const nap = wakeUpBetween('2026-11-17 09:00', '2026-11-17 09:10', WITH_CAUSE);
  expect(proposalIds({ incidents: [nap] }, at('2026-11-17 10:00'))).toEqual([]);
  expect(proposalIds({ incidents: [nap] }, at('2026-11-18 10:00'))).toEqual(['unlogged 2026-11-17']);
  // The app was tried in the afternoon, before the night.
  const tried = wakeUpBetween('2026-11-16 16:00', '2026-11-16 16:10', WITH_CAUSE);
  expect(proposalIds({ incidents: [tried, nap] }, at('2026-11-17 10:00'))).toEqual(['unlogged 2026-11-16']);
});

describe('who was up', () => {
  const wakeUpWithoutResponse = (more = {}) =>
    incident([entry('detected', '02:43'), entry('resolved', '03:03', { by: null })], {
      id: 'nobody',
      ...WITH_CAUSE,
      ...more,
    });

  it('is asked for a wake-up without a response, with all caregivers as answers', () => {
    const [proposal] = propose(toReviewLog(logWith({ incidents: [wakeUpWithoutResponse()] })), MORNING);
    expect(proposal).toMatchObject({
      id: 'who nobody',
      repairs: [
        { kind: 'up', incidentId: 'nobody', at: tonightAt('02:43'), by: MUM },
        { kind: 'up', by: DAD },
      ],
    });
  });

  it.each([
    [
      'a child who settled alone, even after a while',
      incident(
        [entry('detected', '02:43'), entry('resolved', '03:03', { by: null, outcome: 'selfSettled' })],
        WITH_CAUSE,
      ),
    ],
    ['a false alarm', selfSettledIncident('02:43', 20)],
    [
      'a nap',
      {
        ...wakeUpBetween('2026-11-16 15:00', '2026-11-16 15:20', WITH_CAUSE),
        timeline: [entry('detected', '15:00'), entry('resolved', '15:20', { by: null })],
      },
    ],
    [
      'a wake-up that ended when it began',
      incident([entry('detected', '02:43'), entry('resolved', '02:43', { by: null })], WITH_CAUSE),
    ],
  ])('is not asked for %s', (_what, row) => {
    expect(proposalIds({ incidents: [row] }).filter((id) => id.startsWith('who'))).toEqual([]);
  });

  it('is asked for the last three nights only, because nobody remembers earlier ones', () => {
    const on = (date: string) => ({
      ...wakeUpWithoutResponse({ id: date }),
      timeline: wakeUpBetween(`${date} 02:00`, `${date} 02:20`).timeline.map((each) => ({ ...each, by: null })),
    });
    // The log has the nights of the 13th to the 16th.
    const incidents = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17'].map(on) as HouseholdLog['incidents'];
    expect(proposalIds({ incidents })).toEqual(['who 2026-11-15', 'who 2026-11-16', 'who 2026-11-17']);
  });
});

describe('the cause', () => {
  it('is asked for the last night only, and not for a false alarm', () => {
    const incidents = [
      wakeUpBetween('2026-11-16 02:00', '2026-11-16 02:20'),
      wakeUp('02:43', '03:03'),
      selfSettledIncident('04:00', 20),
    ];
    expect(proposalIds({ incidents })).toEqual(['cause 02:43 to 03:03']);
  });

  it('is still asked in the evening for the night that is over', () => {
    expect(proposalIds({ incidents: [wakeUp('02:43', '03:03')] }, tonightAt('03:30'))).toEqual([]);
    expect(proposalIds({ incidents: [wakeUp('02:43', '03:03')] }, (MORNING + 15 * 3_600_000) as Instant)).toHaveLength(
      1,
    );
  });
});

describe('an unlogged night', () => {
  const begun = wakeUpBetween('2026-11-10 02:00', '2026-11-10 02:20', WITH_CAUSE);

  it('is asked about if it is one of the last three that are over', () => {
    expect(proposalIds({ incidents: [begun] })).toEqual([
      'unlogged 2026-11-14',
      'unlogged 2026-11-15',
      'unlogged 2026-11-16',
    ]);
  });

  it.each([
    ['“Good night” was logged', nightRow({ bedtimeAt: tonightAt('20:10') })],
    ['it was logged as quiet', nightRow({ quiet: true })],
  ])('is not asked about if %s', (_what, row) => {
    expect(proposalIds({ incidents: [begun], nights: [row] })).not.toContain('unlogged 2026-11-16');
  });

  it('is not asked about before the log began, in an empty log, or while it is running', () => {
    expect(proposalIds({ nights: [nightRow({ quiet: true })] })).toEqual([]);
    expect(proposalIds({})).toEqual([]);
    expect(proposalIds({ nights: [nightRow({ id: day('2026-11-15'), quiet: true })] }, tonightAt('03:00'))).toEqual([]);
  });
});

it('asks nothing about a night that was over when the household was made', () => {
  const nights = [nightRow({ quiet: true })];
  expect(proposalIds({ nights, household: household({ since: tonightAt('07:10') }) })).toEqual([]);
});

it('sorts the questions by kind, and within a kind the oldest first', () => {
  const incidents = [
    incident([entry('detected', '05:00')], { id: 'open', childId: ZOE }),
    wakeUp('02:43', '03:03', WITH_CAUSE),
    wakeUp('03:07', '03:20', WITH_CAUSE),
    incident([entry('detected', '04:00'), entry('resolved', '04:10', { by: null })], { id: 'bare' }),
    wakeUpBetween('2026-11-15 02:00', '2026-11-15 02:20', WITH_CAUSE),
  ];
  expect(proposalIds({ incidents })).toEqual([
    'forgotten open',
    'pair 02:43 to 03:03 03:07 to 03:20',
    'who bare',
    'cause bare',
    'unlogged 2026-11-15',
  ]);
});
