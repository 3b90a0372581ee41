import { describe, expect, it } from 'vitest';
import { computeCharts } from '@/metrics/computeCharts';
import { forgottenIn } from '@/metrics/nightNotes';
import { computeReport } from '@/metrics/paediatrician/computeReport';
import { patience } from '@/metrics/patience';
import { at, DAD, day, entry, household, incident, LEO, MUM, nightRow, wakeUp, ZOE } from '../support/factories';
import { logWith, metricsOf } from '../support/metrics';

/** Zoé woke on the 21st at 03:00, Mum got up, and nobody ever said that it was over. */
const forgotten = incident([entry('detected', at('2026-11-21 03:00')), entry('acknowledged', at('2026-11-21 03:01'))], {
  id: 'forgotten',
  childId: ZOE,
});
/** Léo's wake-up of the night before, which was ended. */
const ended = incident([entry('detected', at('2026-11-20 03:00')), entry('resolved', at('2026-11-20 03:10'))]);

const WEEK = { from: '2026-11-16', to: '2026-11-22', now: at('2026-11-23 10:00') };
const week = metricsOf({ incidents: [ended, forgotten] }, WEEK);

describe('computeMetrics of a forgotten incident', () => {
  it('lets its downtime end with its night', () => {
    // Two logged nights of 660 minutes: ten minutes, and 03:00 to 07:00.
    expect(week.errorBudget.spent).toBe(10 + 240);
    expect(week.availability.household).toBeCloseTo(1 - 250 / 1320, 9);
    expect(week.availability.byChild).toEqual({ [LEO]: 1310 / 1320, [ZOE]: 1080 / 1320 });
    expect(week.nights.map(({ downtime }) => downtime)).toEqual([null, null, null, 10, 240, null, null]);
  });

  it('leaves the nights after it as nobody logged them', () => {
    expect(week.availability.observedNights).toBe(2);
    expect(week.nights.map(({ observed }) => observed)).toEqual([false, false, false, true, true, false, false]);
  });

  it('lets the time in which a caregiver was awake with it end with its night', () => {
    expect(week.load.byCaregiver[MUM]?.awakeMinutes).toBe(239);
    expect(week.load.byCaregiver[DAD]?.awakeMinutes).toBe(0);
    expect(week.availability.byCaregiver[MUM]).toBeCloseTo(1 - 239 / 1320, 9);
  });

  it('still counts it as open', () => {
    expect(week.incidents).toMatchObject({ counted: 2, open: 1 });
  });

  it('ends it with a morning that was logged earlier', () => {
    const nights = [nightRow({ id: day('2026-11-20'), morningAt: at('2026-11-21 06:00') })];
    expect(metricsOf({ incidents: [forgotten], nights }, WEEK).errorBudget.spent).toBe(180);
  });

  it('lets one that began by day run through the coming night and no further', () => {
    const afternoon = incident([entry('detected', at('2026-11-18 16:00'))], { id: 'afternoon' });
    const found = metricsOf({ incidents: [afternoon] }, WEEK);
    expect(found.nights.map(({ downtime }) => downtime)).toEqual([null, null, 660, null, null, null, null]);
  });

  it('runs to now while its night is not over', () => {
    const now = at('2026-11-21 05:00');
    expect(metricsOf({ incidents: [forgotten] }, { ...WEEK, to: '2026-11-20', now }).errorBudget.spent).toBe(120);
  });

  it('bounds what was logged for it later, such as going back to bed at noon', () => {
    const stoodDown = incident([...forgotten.timeline, entry('stoodDown', at('2026-11-21 12:00'))], { childId: ZOE });
    expect(metricsOf({ incidents: [stoodDown] }, WEEK).load.byCaregiver[MUM]?.awakeMinutes).toBe(239);
  });
});

describe('what else is computed from a forgotten incident', () => {
  const log = logWith({ incidents: [ended, forgotten] });
  const range = { from: day(WEEK.from), to: day(WEEK.to) };
  const charts = computeCharts(log, range, WEEK.now, 1);

  it('ends with its night in the raster', () => {
    const pieces = charts.raster.flatMap((night) => night.pieces).filter(({ childId }) => childId === ZOE);
    expect(pieces.at(-1)?.to).toBe(at('2026-11-21 07:00'));
  });

  it('ends with its night on the paediatrician’s chart, as an estimated end', () => {
    const rows = computeReport(log, ZOE, range, WEEK.now)?.rows ?? [];
    const awake = rows.flatMap((row) => row.awake.map((span) => ({ night: row.night, ...span })));
    // 15 hours after noon is 03:00, and 19 hours is 07:00.
    expect(awake).toMatchObject([{ night: '2026-11-20', start: 900, minutes: 240, isEndEstimated: true }]);
  });

  it('costs no patience of the days after', () => {
    // 4 and half of 239 minutes are more than the maximum of 40, on the morning of the 21st; then
    // the naps and nights that nobody logged give nothing back.
    expect(patience(log, range, WEEK.now)[MUM]).toBe(60);
  });

  it('is named beside the figures that hold it, once', () => {
    expect(forgottenIn(charts.notes)).toEqual([
      { incidentId: 'forgotten', childId: ZOE, since: at('2026-11-21 03:00'), until: at('2026-11-21 07:00') },
    ]);
  });

  it('is not named for a range that it does not touch, nor while its night runs', () => {
    const later = computeCharts(log, { from: day('2026-11-21'), to: day('2026-11-22') }, WEEK.now, 1);
    const during = computeCharts(log, range, at('2026-11-21 06:59'), 1);
    expect([forgottenIn(later.notes), forgottenIn(during.notes)]).toEqual([[], []]);
  });
});

describe('computeMetrics of the night in which the household was made', () => {
  it('begins the window with the household', () => {
    const since = at('2026-11-17 01:00');
    const found = metricsOf({ household: household({ since }), incidents: [wakeUp('02:43', '03:03')] });
    // Six hours of a night of eleven.
    expect(found.nights[0]).toMatchObject({ windowStart: since, downtime: 20, availability: 1 - 20 / 360 });
    expect(found.errorBudget.budget).toBeCloseTo(36, 9);
  });

  it('keeps the window whole if somebody logged a wake-up of the time before', () => {
    const incidents = [wakeUp('22:00', '22:10'), wakeUp('02:43', '03:03')];
    const found = metricsOf({ household: household({ since: at('2026-11-17 01:00') }), incidents });
    expect(found.nights[0]).toMatchObject({ windowStart: at('2026-11-16 20:00'), downtime: 30 });
    const deleted = incidents.map((row, index) => (index === 0 ? { ...row, deletedAt: at('2026-11-17 08:00') } : row));
    const without = metricsOf({ household: household({ since: at('2026-11-17 01:00') }), incidents: deleted });
    expect(without.nights[0]?.windowStart).toBe(at('2026-11-17 01:00'));
  });

  it('leaves the night out if the household was made when it was over', () => {
    const found = metricsOf({
      household: household({ since: at('2026-11-17 09:00') }),
      nights: [nightRow({ quiet: true })],
    });
    expect(found.nights[0]).toMatchObject({ observed: false, availability: null });
  });
});
