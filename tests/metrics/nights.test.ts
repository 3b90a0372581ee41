import { describe, expect, it } from 'vitest';
import type { NightRow } from '@/domain/rows/others';
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
} from '../support/factories';
import {
  DELETED,
  metricsOf,
  metricsOfIncidents,
  quietNight,
  selfSettledIncident,
  wakeUpBetween,
} from '../support/metrics';

const MINUTE = 60_000;

/** The figures of the usual night, with a row. */
const nightOf = (row: Partial<NightRow>, now?: Instant) =>
  metricsOf({ nights: [nightRow(row)] }, now === undefined ? {} : { now }).nights[0];

const windowOf = (night: { windowStart: Instant; windowEnd: Instant } | undefined) =>
  night && [night.windowStart, night.windowEnd];

describe('nightFigures', () => {
  it('returns the counts and durations of the night', () => {
    const incidents = [
      selfSettledIncident('23:00', 25),
      wakeUp('02:43', '03:03'),
      wakeUp('02:50', '03:10', { childId: ZOE }),
    ];
    // 25 s, and 2:43 to 3:10; the longest quiet is 3:10 to 7:00, 230, or 23:00:25 to 2:43, 222 min
    // 35 s.
    expect(metricsOfIncidents(incidents).nights).toEqual([
      {
        night: '2026-11-16',
        observed: true,
        windowStart: tonightAt('20:00'),
        windowEnd: tonightAt('07:00'),
        counted: 2,
        falseAlarms: 1,
        downtime: (25 + 27 * 60) / 60,
        availability: (39_600 - 25 - 27 * 60) / 39_600,
        longestStretch: 230,
        onCall: null,
      },
    ]);
  });

  it('returns one element per night of the range, in ascending order', () => {
    const { nights } = metricsOfIncidents([], { from: '2026-10-24', to: '2026-10-26' });
    expect(nights.map(({ night }) => night)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  it('leaves out the incidents of other nights', () => {
    // A wake-up around the noon between two nights is in neither. A wake-up at 20:00 is in the
    // second.
    const { nights } = metricsOfIncidents(
      [
        wakeUp('06:59', '07:10'),
        wakeUpBetween('2026-11-17 11:50', '2026-11-17 12:10'),
        wakeUpBetween('2026-11-17 20:00', '2026-11-17 20:10'),
      ],
      { from: '2026-11-16', to: '2026-11-17' },
    );
    expect(nights.map(({ counted, downtime }) => [counted, downtime])).toEqual([
      [1, 1],
      [1, 10],
    ]);
  });
});

describe('nightFigures: the night window', () => {
  it('takes the window from the household’s night hours, also from hours that end before midnight', () => {
    const early = household({ nightStart: toWallTime('19:30'), nightEnd: toWallTime('06:15') });
    expect(windowOf(metricsOf({ household: early }).nights[0])).toEqual([tonightAt('19:30'), tonightAt('06:15')]);
    const nightShift = household({ nightStart: toWallTime('13:00'), nightEnd: toWallTime('21:00') });
    expect(windowOf(metricsOf({ household: nightShift }).nights[0])).toEqual([tonightAt('13:00'), tonightAt('21:00')]);
  });

  it('returns a window of a whole day when the night hours begin and end at the same time', () => {
    const always = household({ nightStart: toWallTime('20:00'), nightEnd: toWallTime('20:00') });
    const [found] = metricsOf({ household: always }, { now: at('2026-11-18 12:00') }).nights;
    expect(windowOf(found)).toEqual([tonightAt('20:00'), at('2026-11-17 20:00')]);
  });

  it('begins the window at the logged bedtime and ends it at the logged morning', () => {
    const [bedtimeAt, morningAt] = [tonightAt('21:10'), tonightAt('06:20')];
    expect(windowOf(nightOf({ bedtimeAt }))).toEqual([bedtimeAt, tonightAt('07:00')]);
    expect(windowOf(nightOf({ morningAt }))).toEqual([tonightAt('20:00'), morningAt]);
    expect(windowOf(nightOf({ bedtimeAt, morningAt }))).toEqual([bedtimeAt, morningAt]);
  });

  it('takes the household’s night hours when the logged morning does not come after the bedtime', () => {
    const usual = [tonightAt('20:00'), tonightAt('07:00')];
    expect(windowOf(nightOf({ bedtimeAt: tonightAt('06:20'), morningAt: tonightAt('06:20') }))).toEqual(usual);
    // The bedtime is after the planned end, so both times are ignored, even the one that was right.
    expect(windowOf(nightOf({ bedtimeAt: tonightAt('07:30') }))).toEqual(usual);
    expect(windowOf(nightOf({ bedtimeAt: tonightAt('22:00'), morningAt: tonightAt('21:00') }))).toEqual(usual);
    // The night counts as logged all the same.
    expect(nightOf({ bedtimeAt: tonightAt('07:30') })?.observed).toBe(true);
  });

  it('ignores a deleted night row', () => {
    expect(nightOf({ bedtimeAt: tonightAt('21:10'), ...DELETED })).toMatchObject({
      windowStart: tonightAt('20:00'),
      observed: false,
    });
  });

  it('returns a window that is an hour shorter or longer when clocks change', () => {
    const minutes = (night: string) => {
      const [found] = metricsOf({ nights: [quietNight(night)] }, { from: night }).nights;
      return found && [(found.windowEnd - found.windowStart) / MINUTE, found.longestStretch];
    };
    expect(minutes('2026-03-27')).toEqual([660, 660]);
    expect(minutes('2026-03-28')).toEqual([600, 600]);
    expect(minutes('2026-10-24')).toEqual([720, 720]);
    expect(minutes('2026-10-25')).toEqual([660, 660]);
  });

  it('takes the night hours in the household’s time zone', () => {
    const [found] = metricsOf(
      { household: household({ timeZone: 'America/New_York' }) },
      { now: at('2026-11-18 12:00') },
    ).nights;
    // 20:00 in New York is 1:00 UTC, 7:00 is 12:00 UTC.
    expect(windowOf(found)).toEqual([at('2026-11-17 01:00', 'UTC'), at('2026-11-17 12:00', 'UTC')]);
  });
});

describe('nightFigures: the window of a running night', () => {
  it('ends the window at now', () => {
    const night = nightOf({ quiet: true }, tonightAt('23:00'));
    expect(night).toMatchObject({ windowEnd: tonightAt('23:00'), longestStretch: 180, availability: 1, downtime: 0 });
  });

  it('returns an empty window before the first instant of the night is over', () => {
    const unknown = { downtime: null, availability: null, longestStretch: null, counted: 0 };
    const asOf = (now: Instant) => nightOf({ quiet: true }, now);
    expect(asOf(tonightAt('20:00'))).toMatchObject({ observed: false, windowEnd: tonightAt('20:00'), ...unknown });
    expect(asOf(tonightAt('19:00'))).toMatchObject({ observed: false, windowEnd: tonightAt('20:00'), ...unknown });
    expect(asOf(tonightAt('20:01'))).toMatchObject({ observed: true, longestStretch: 1 });
  });

  it('returns an empty window before the logged bedtime', () => {
    const night = nightOf({ bedtimeAt: tonightAt('21:00') }, tonightAt('20:30'));
    expect(night).toMatchObject({ observed: false, windowStart: tonightAt('21:00'), windowEnd: tonightAt('21:00') });
  });
});

describe('nightFigures: whether a night is logged', () => {
  const observed = (row: Partial<NightRow>) => nightOf(row)?.observed;

  it('takes a night as logged when it has a bedtime, a morning or “quiet”', () => {
    expect(observed({ bedtimeAt: tonightAt('20:00') })).toBe(true);
    expect(observed({ morningAt: tonightAt('07:00') })).toBe(true);
    expect(observed({ quiet: true })).toBe(true);
  });

  it('does not take a night as logged when its row has other fields only', () => {
    expect(observed({ postmortem: 'well', onCall: { primary: MUM, secondary: null, handoverAt: null } })).toBe(false);
  });

  it('takes a night as logged when it has a wake-up, even one of no length or a false alarm', () => {
    expect(metricsOfIncidents([wakeUp('02:43', '02:43')]).nights).toMatchObject([{ observed: true, downtime: 0 }]);
    expect(metricsOfIncidents([selfSettledIncident('23:00', 25)]).nights).toMatchObject([
      { observed: true, counted: 0 },
    ]);
  });

  it('takes a night as logged when a child is still awake at its beginning', () => {
    expect(metricsOfIncidents([wakeUp('19:50', '20:10')]).nights).toMatchObject([
      { observed: true, counted: 0, downtime: 10 },
    ]);
  });

  it('does not take a night as logged because of incidents before or after it', () => {
    const around = [wakeUp('19:50', '20:00'), wakeUp('07:00', '07:10')];
    expect(metricsOfIncidents(around).nights).toMatchObject([{ observed: false, downtime: null }]);
  });

  it('does not take a night as logged because of an incident by day that ended in “up for the day”', () => {
    const nap = incident([entry('detected', '16:30'), entry('resolved', '16:40', { outcome: 'upForDay' })]);
    expect(metricsOfIncidents([nap]).nights).toMatchObject([{ observed: false }]);
  });

  it('does not take a night as logged because of a deleted incident', () => {
    expect(metricsOfIncidents([wakeUp('02:43', '03:03', DELETED)]).nights).toMatchObject([{ observed: false }]);
  });
});

describe('nightFigures: who is on call', () => {
  const hers = { primary: MUM, secondary: DAD, handoverAt: toWallTime('03:00') };
  const his = { primary: DAD, secondary: null, handoverAt: null };
  const rotation = { anchor: day('2026-11-16'), slots: [hers, his] };

  it('returns the shift of that night alone, or else the slot of the rotation', () => {
    const nights = [nightRow({ id: day('2026-11-17'), onCall: hers })];
    const found = metricsOf({ household: household({ rotation }), nights }, { from: '2026-11-15', to: '2026-11-18' });
    // Slot −1, slot 0, the night’s own shift, slot 2.
    expect(found.nights.map(({ onCall }) => onCall)).toEqual([his, hers, hers, hers]);
  });

  it('returns who is on call in a night that is not logged or has not begun', () => {
    const found = metricsOf({ household: household({ rotation }) }, { now: at('2026-11-16 09:00') });
    expect(found.nights).toMatchObject([{ observed: false, onCall: hers }]);
  });
});
