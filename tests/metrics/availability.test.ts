import { describe, expect, it } from 'vitest';
import type { Incident } from '@/domain/rows/incident';
import {
  at,
  DAD,
  dad,
  day,
  entry,
  incident,
  LEO,
  leo,
  MUM,
  mum,
  nightRow,
  tonightAt,
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

/* The usual window has 660 minutes: 20:00 to 7:00. */

const availability = (incidents: readonly Incident[], now?: ReturnType<typeof tonightAt>) =>
  metricsOfIncidents(incidents, now === undefined ? {} : { now }).availability;

const upForDay = (from: string, resolvedAt: string, more: Partial<Incident> = {}) =>
  incident([entry('detected', from), entry('resolved', resolvedAt, { outcome: 'upForDay' })], {
    id: `up ${from}`,
    ...more,
  });

describe('availability: the household’s share', () => {
  it('returns the share of the window without a child awake, and counts false alarms as awake', () => {
    // 25 s + 20 min + 10 min = 1825 s of 660·60 = 39600 s.
    const found = availability([selfSettledIncident('23:00', 25), wakeUp('02:43', '03:03'), wakeUp('03:50', '04:00')]);
    expect(found.household).toBe((39_600 - 1825) / 39_600);
    expect(found.observedNights).toBe(1);
  });

  it('counts the quiet between two awake stretches of one incident as sleep', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('resolved', '03:03'),
      entry('reopened', '03:07'),
      entry('resolved', '03:30'),
    ];
    // 20 + 23 of 660.
    expect(availability([incident(timeline)]).household).toBe((660 - 43) / 660);
  });

  it('counts only the part of an incident that lies in the window', () => {
    // 20:00 to 20:10 and 6:50 to 7:00.
    expect(availability([wakeUp('19:50', '20:10'), wakeUp('06:50', '07:20')]).household).toBe((660 - 20) / 660);
  });

  it('computes up to now, with an open incident running to now', () => {
    // 20:00 to 3:13 is 433 minutes, 2:43 to 3:13 is 30.
    expect(availability([incident([entry('detected', '02:43')])], tonightAt('03:13')).household).toBe((433 - 30) / 433);
    // The result is the same when the log already holds the end.
    expect(availability([wakeUp('02:43', '05:00')], tonightAt('03:13')).household).toBe((433 - 30) / 433);
  });

  it('returns 0 when a child has been awake since before the window', () => {
    const found = availability([incident([entry('detected', '15:00')])]);
    expect(found).toMatchObject({ household: 0, observedNights: 1, longestStretch: { best: 0, mean: 0 } });
    // It began outside the window, so it counts in no night.
    expect(found.incidentFreeNights).toBe(1);
  });
});

describe('availability after “up for the day”', () => {
  it('counts the child as awake to the end of the window', () => {
    // 5:30 to 7:00.
    expect(availability([upForDay('05:30', '05:40')]).household).toBe((660 - 90) / 660);
  });

  it('counts the child as awake up to now while the window is not over', () => {
    // 5:30 to 6:00 of 20:00 to 6:00.
    expect(availability([upForDay('05:30', '05:40')], tonightAt('06:00')).household).toBe((600 - 30) / 600);
  });

  it('counts the child as awake up to the logged morning', () => {
    const nights = [nightRow({ morningAt: tonightAt('06:15') })];
    // 5:30 to 6:15 of 20:00 to 6:15.
    const { household } = metricsOf({ incidents: [upForDay('05:30', '05:40')], nights }).availability;
    expect(household).toBe((615 - 45) / 615);
  });

  it('returns the same share when “up for the day” ended a nap, or was logged the morning before', () => {
    const before = incident(
      [entry('detected', at('2026-11-16 05:30')), entry('resolved', at('2026-11-16 05:40'), { outcome: 'upForDay' })],
      { id: 'before' },
    );
    const nights = [quietNight('2026-11-16')];
    expect(metricsOf({ incidents: [upForDay('16:30', '16:40'), before], nights }).availability.household).toBe(1);
  });

  it('returns 0 when an incident by day ends in “up for the day” within the window', () => {
    // The outcome is logged at 20:10, so the child counts as awake from 20:00 to 7:00.
    expect(availability([upForDay('19:30', '20:10')]).household).toBe(0);
  });

  it('uses the later outcome when the incident was reopened and settled', () => {
    const timeline = [
      entry('detected', '05:30'),
      entry('resolved', '05:40', { outcome: 'upForDay' }),
      entry('reopened', '06:00'),
      entry('resolved', '06:20'),
    ];
    // 10 + 20 minutes, because the last end decides the outcome.
    expect(availability([incident(timeline)]).household).toBe((660 - 30) / 660);
  });
});

describe('availability of one child or caregiver', () => {
  const incidents = [wakeUp('02:43', '03:03'), wakeUp('02:50', '03:10', { childId: ZOE })];

  it('counts a child alone in the child’s share, and two children at once only once in the household’s share', () => {
    const found = availability(incidents);
    // 2:43 to 3:10 is 27, not 20 + 20.
    expect(found.household).toBe((660 - 27) / 660);
    expect(found.byChild).toEqual({ [LEO]: 640 / 660, [ZOE]: 640 / 660 });
  });

  it('counts the time in which a caregiver was up once, even when up for two children', () => {
    const up = (childId: string, from: string, to: string) =>
      incident([entry('detected', from, { by: MUM }), entry('resolved', to)], { id: childId, childId });
    const found = availability([up(LEO, '02:43', '03:03'), up(ZOE, '02:50', '03:10')]);
    // 2:43 to 3:10.
    expect(found.byCaregiver).toEqual({ [MUM]: (660 - 27) / 660, [DAD]: 1 });
  });

  it('counts a caregiver who is not up as asleep', () => {
    const timeline = [
      entry('detected', '02:43'),
      entry('acknowledged', '02:45', { by: DAD }),
      entry('resolved', '03:03'),
    ];
    // 2:45 to 3:03.
    expect(availability([incident(timeline)]).byCaregiver).toEqual({ [MUM]: 1, [DAD]: (660 - 18) / 660 });
  });

  it('lists archived people, but not deleted people', () => {
    const { byChild, byCaregiver } = metricsOf({
      children: [
        { ...leo, archived: true },
        { ...leo, id: 'gone', ...DELETED },
      ],
      caregivers: [
        { ...mum, archived: true },
        { ...dad, ...DELETED },
      ],
      nights: [quietNight('2026-11-16')],
    }).availability;
    expect(byChild).toEqual({ [LEO]: 1 });
    expect(byCaregiver).toEqual({ [MUM]: 1 });
  });
});

describe('availability over several nights', () => {
  it('weighs each minute the same, however long its night is', () => {
    const nights = [nightRow({ id: day('2026-11-17'), bedtimeAt: at('2026-11-17 23:00') })];
    const incidents = [wakeUp('02:00', '03:06')];
    // 66 of 660, and none of 23:00 to 7:00, 480: 66 of 1140, where the mean of the nights would be
    // 0.95.
    const found = metricsOf({ incidents, nights }, { to: '2026-11-17' }).availability;
    expect(found.household).toBe((1140 - 66) / 1140);
  });

  it('leaves out nights that nobody logged, and nights that have not begun', () => {
    const found = metricsOfIncidents([wakeUp('02:43', '03:03')], {
      from: '2026-11-14',
      to: '2026-11-18',
      now: at('2026-11-17 15:00'),
    }).availability;
    expect(found).toMatchObject({ household: 640 / 660, observedNights: 1, incidentFreeNights: 0 });
  });

  it('counts real minutes when clocks change', () => {
    // 28 March: 1:30 to 3:30 on the wall is one hour, of a night of 600 minutes.
    const spring = [wakeUpBetween('2026-03-29 01:30', '2026-03-29 03:30')];
    expect(metricsOfIncidents(spring, { from: '2026-03-28' }).availability.household).toBe((600 - 60) / 600);
    // 24 October: three hours, of 720.
    const autumn = [wakeUpBetween('2026-10-25 01:30', '2026-10-25 03:30')];
    expect(metricsOfIncidents(autumn, { from: '2026-10-24' }).availability.household).toBe((720 - 180) / 720);
  });
});

describe('availability: nights without an incident, and the longest stretch', () => {
  it('counts a night with only a false alarm as free of incidents, but not as wholly available', () => {
    const found = availability([selfSettledIncident('23:00', 25)]);
    expect(found).toMatchObject({ observedNights: 1, incidentFreeNights: 1 });
    expect(found.household).toBe((39_600 - 25) / 39_600);
  });

  it('returns the longest stretch of the best night, and the mean over the nights', () => {
    const incidents = [wakeUp('02:43', '03:03')];
    const found = metricsOf({ incidents, nights: [quietNight('2026-11-17')] }, { to: '2026-11-17' }).availability;
    // 20:00 to 2:43 is 403, and 660: mean 1063 ÷ 2.
    expect(found.longestStretch).toEqual({ best: 660, mean: 531.5 });
    expect(found.incidentFreeNights).toBe(1);
  });

  it('returns a longest stretch that may end with the night, and that any child interrupts', () => {
    // 20:00 to 22:00, 22:10 to 0:10, 0:20 to 7:00: 120, 120, 400.
    const found = availability([wakeUp('22:00', '22:10'), wakeUp('00:10', '00:20', { childId: ZOE })]);
    expect(found.longestStretch).toEqual({ best: 400, mean: 400 });
  });

  it('returns null for every share and every stretch when nothing is logged', () => {
    expect(availability([])).toEqual({
      household: null,
      byChild: { [LEO]: null, [ZOE]: null },
      byCaregiver: { [MUM]: null, [DAD]: null },
      observedNights: 0,
      incidentFreeNights: 0,
      longestStretch: { best: null, mean: null },
    });
  });
});
