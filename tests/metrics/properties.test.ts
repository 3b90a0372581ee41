import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { type Day, SECOND_MS } from '@/lib/time';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { EscalationsByVia } from '@/metrics/escalations';
import { additiveFigures, sumOfFigures } from '../support/additiveFigures';
import { differences } from '../support/differences';
import { draws } from '../support/draws';
import { day } from '../support/factories';
import { type CaseSetting, type RandomCase, randomCases } from '../support/randomLog';
import { daysLater, daysOf } from '../support/reference/wallClock';
import { referenceMetrics } from '../support/referenceMetrics';
import { deepFreeze, shiftByWeeks, shuffleRows, withDeletedRows } from '../support/variations';

/*
 * Properties that the figures of any log must have, on random households. Most of these are in a
 * week in which clocks change.
 */

/** fast-check shrinks a failure to its smallest log, which takes long on a busy machine. */
const LONG_TIMEOUT = { timeout: 300_000 };

/**
 * Zones with the nights in which their clocks change in 2026, and what is special about the change.
 */
const NIGHTS: readonly (readonly [timeZone: string, about: string, ...nights: string[]])[] = [
  ['UTC', 'no clock change', '2026-11-16'],
  ['Asia/Kathmandu', 'no clock change, 5:45 ahead of UTC', '2026-10-24'],
  ['America/Asuncion', 'no clock change any more', '2026-10-03'],
  ['Europe/Paris', 'an hour at 2:00 and 3:00', '2026-03-28', '2026-10-24'],
  ['America/New_York', 'an hour at 2:00', '2026-03-07', '2026-10-31'],
  ['America/St_Johns', 'offset by half an hour from its neighbours', '2026-03-07', '2026-10-31'],
  ['Africa/Cairo', 'at midnight: 0:00 never occurs, 23:00 occurs twice', '2026-04-23', '2026-10-29'],
  ['Asia/Beirut', 'at midnight', '2026-03-28', '2026-10-24'],
  ['America/Santiago', 'at midnight, in the southern autumn and spring', '2026-04-04', '2026-09-05'],
  ['Atlantic/Azores', 'at midnight and 1:00', '2026-03-28', '2026-10-24'],
  ['Australia/Lord_Howe', 'half an hour', '2026-04-04', '2026-10-03'],
  ['Pacific/Chatham', 'an hour at 2:45 and 3:45', '2026-04-04', '2026-09-26'],
  ['Africa/Casablanca', 'around Ramadan', '2026-02-14', '2026-03-21'],
  ['Antarctica/Troll', 'two hours', '2026-03-28', '2026-10-24'],
];

const SETTINGS: readonly CaseSetting[] = NIGHTS.flatMap(([timeZone, , ...nights]) =>
  nights.map((night) => ({ timeZone, middleNight: day(night) })),
);

/** Draws a random scene of one of the settings. */
const anyCase = (settings: readonly CaseSetting[]): fc.Arbitrary<RandomCase> =>
  fc.oneof(...settings.map((setting) => randomCases(setting)));

const figures = ({ log, range, now }: RandomCase): Metrics => computeMetrics(log, range, now);

/**
 * A fixed seed gives the same logs on every machine, so that a merge does not depend on a draw.
 * Another seed draws other logs.
 */
const SEED = 20_261_116;

function checkProperty<T>(runs: number, arbitrary: fc.Arbitrary<T>, check: (drawn: T) => void, seed = SEED): void {
  fc.assert(fc.property(arbitrary, check), draws(runs, seed));
}

const expectSame = (actual: unknown, expected: unknown): void => expect(differences(actual, expected)).toEqual([]);

describe('computeMetrics: comparison with a reference implementation', () => {
  const RUNS_A_NIGHT = 100;

  it.each(NIGHTS)('returns the figures of the reference implementation in %s: %s', LONG_TIMEOUT, (timeZone) => {
    for (const setting of SETTINGS.filter((each) => each.timeZone === timeZone)) {
      // Each zone has its own seed; the same seed would draw the same household in every zone.
      const seed = SEED + SETTINGS.indexOf(setting);
      const check = (scene: RandomCase) => {
        const expected: Metrics = referenceMetrics(scene.log, scene.range, scene.now);
        expectSame(figures(scene), expected);
      };
      checkProperty(RUNS_A_NIGHT, randomCases(setting), check, seed);
    }
  });

  it('returns the figures of the reference implementation for incidents of a few seconds', LONG_TIMEOUT, () => {
    // The tick is a third of the shortest grace time, so that each tick has a single state.
    const tickMs = 10 * SECOND_MS;
    const shortIncidentCases = fc.oneof(...SETTINGS.map((setting) => randomCases(setting, { tickMs })));
    checkProperty(RUNS_A_NIGHT, shortIncidentCases, (scene) => {
      const expected: Metrics = referenceMetrics(scene.log, scene.range, scene.now, tickMs);
      expectSame(figures(scene), expected);
    });
  });

  it('is tested on nights of which most have a clock change', () => {
    const offset = (at: string, timeZone: string) => Temporal.PlainDateTime.from(at).toZonedDateTime(timeZone).offset;
    const settingsWithChange = SETTINGS.filter(
      ({ timeZone, middleNight }) =>
        offset(`${middleNight}T12:00`, timeZone) !== offset(`${daysLater(middleNight, 1)}T12:00`, timeZone),
    );
    // The rules of 2026 give 22. Governments change the rules, and platforms follow sooner or
    // later.
    expect(settingsWithChange.length).toBeGreaterThanOrEqual(18);
  });
});

describe('randomCases: the cases that the definitions mention', () => {
  let sample: { found: Metrics; scene: RandomCase }[] = [];
  beforeAll(() => {
    const drawn = fc.sample(anyCase(SETTINGS), { numRuns: 400, seed: 2026 });
    sample = drawn.map((scene) => ({ found: figures(scene), scene }));
  }, LONG_TIMEOUT.timeout);
  const isBetween = (share: number | null | undefined) => typeof share === 'number' && share > 0 && share < 1;
  const people = ({ fatigue }: Metrics) => Object.values(fatigue.byCaregiver);
  const escalations = ({ escalations: { byCaregiver } }: Metrics) => Object.values(byCaregiver);
  const byVia = ({ escalations: { byVia } }: Metrics) => Object.values(byVia ?? {});
  const pages = ({ pages }: Metrics) => Object.values(pages?.byCaregiver ?? {});
  const isOnlyVoiceAnswered = ({ voice, page }: EscalationsByVia) => voice.answered > 0 && page.rate === 0;
  const isQuietNight = (night: Metrics['nights'][number]) =>
    night.downtime === 0 && night.counted + night.falseAlarms === 0;
  const rowOf = ({ nights }: HouseholdLog, night: Day) =>
    nights.find(({ id, deletedAt }) => id === night && !deletedAt);

  it.each<[string, (found: Metrics, log: HouseholdLog, scene: RandomCase) => boolean]>([
    ['counted incidents', ({ incidents }) => incidents.counted > 5],
    ['false alarms', ({ incidents }) => incidents.falseAlarms > 0],
    ['incidents that settled alone', ({ incidents }) => incidents.selfSettled > 0],
    ['incidents that were reopened', ({ incidents }) => incidents.reopened > 0],
    ['incidents that are open', ({ incidents }) => incidents.open > 0],
    [
      'incidents that were forgotten',
      (_, log, { range, now }) => computeCharts(log, range, now, 1).notes.some(({ forgotten }) => forgotten.length > 0),
    ],
    [
      'households that were made within a night of the range',
      ({ nights }, { household: { since } }) => nights.some(({ windowStart }) => windowStart === since),
    ],
    ['recovery times', ({ mttr }) => mttr.n > 2],
    ['times to acknowledge', ({ mtta }) => mtta.n > 2],
    ['times between two incidents', ({ timeBetween }) => timeBetween.n > 2],
    ['two children awake at once', ({ double }) => double.count > 1],
    ['nights without an incident', ({ availability }) => availability.incidentFreeNights > 0],
    ['nights that are not logged', ({ nights }) => nights.some(({ observed }) => !observed)],
    ['nights that are logged by their row alone', ({ nights }) => nights.some(isQuietNight)],
    ['nights that have not begun', ({ nights }) => nights.some((night) => night.windowEnd === night.windowStart)],
    [
      'logged bedtimes',
      ({ nights }, log) => nights.some((each) => rowOf(log, each.night)?.bedtimeAt === each.windowStart),
    ],
    [
      'logged mornings',
      ({ nights }, log) => nights.some((each) => rowOf(log, each.night)?.morningAt === each.windowEnd),
    ],
    [
      'bedtimes that do not come before the morning',
      (_, { nights }) => nights.some((row) => (row.bedtimeAt ?? 0) >= (row.morningAt ?? Infinity)),
    ],
    [
      'hand-overs of the rotation',
      ({ nights }, log) => nights.some((each) => each.onCall?.handoverAt != null && !rowOf(log, each.night)?.onCall),
    ],
    [
      'shifts of one night alone',
      ({ nights }, log) =>
        nights.some((each) => each.onCall !== null && rowOf(log, each.night)?.onCall === each.onCall),
    ],
    ['streaks of nights', ({ streak }) => streak > 1],
    ['an error budget that is spent in part', ({ errorBudget }) => isBetween(errorBudget.remaining)],
    ['an error budget that is overspent', ({ errorBudget }) => (errorBudget.remaining ?? 0) < 0],
    [
      'caregivers with nights over their limit',
      (found) => people(found).some(({ nightsOverLimit }) => nightsOverLimit > 0),
    ],
    ['caregivers with a capacity above 0', (found) => people(found).some(({ capacity }) => (capacity ?? 0) > 0)],
    [
      'caregivers with answered and unanswered escalations',
      (found) => escalations(found).some(({ rate }) => isBetween(rate)),
    ],
    ['no page at all', (found) => found.incidents.counted > 5 && !found.pages && !found.escalations.byVia],
    [
      'answered and unanswered pages',
      (found) =>
        byVia(found).some(({ page }) => page.answered > 0) &&
        byVia(found).some(({ page }) => page.answered < page.attempts),
    ],
    ['caregivers who answer by voice and not by page', (found) => byVia(found).some(isOnlyVoiceAnswered)],
    ['pages that rang', (found) => pages(found).some(({ delivered }) => delivered > 0)],
    ['pages that did not ring', (found) => pages(found).some(({ sent, delivered }) => delivered < sent)],
    ['pages that were declined', (found) => pages(found).some(({ declined }) => declined > 0)],
    ['pages with a known time until somebody was up', (found) => pages(found).some(({ answer }) => answer.n > 0)],
    ['loads that are unequal', ({ load }) => isBetween(load.fairness)],
    ['a rota that is followed in part', ({ load }) => isBetween(load.rotaAdherence)],
    ['remedies that held', ({ remedies }) => Object.values(remedies).some(({ held }) => (held ?? 0) > 0)],
    ['remedies that did not hold', ({ remedies }) => Object.values(remedies).some(({ held }) => (held ?? 1) < 1)],
    ['wake-ups of an ill child', ({ illness }) => (illness.during ?? 0) > 0],
    [
      'chores that are deferred, paid and outstanding',
      ({ debt }) => debt.accrued > 0 && debt.paid > 0 && debt.outstanding > 0,
    ],
  ])('contains %s', (_title, isIn) => {
    expect(sample.filter(({ found, scene }) => isIn(found, scene.log, scene)).length).toBeGreaterThan(10);
  });
});

describe('computeMetrics: changes of a log that do not change the figures', () => {
  const RUNS = 100;

  it('returns the same figures for any order of the rows', LONG_TIMEOUT, () => {
    const dice = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    checkProperty(RUNS, fc.tuple(anyCase(SETTINGS), dice), ([scene, numbers]) => {
      expectSame(figures({ ...scene, log: shuffleRows(scene.log, numbers) }), figures(scene));
    });
  });

  it('moves only days and instants when a log moves by whole weeks without a clock change', LONG_TIMEOUT, () => {
    const settingsWithoutChange: CaseSetting[] = [
      { timeZone: 'UTC', middleNight: day('2026-06-17') },
      { timeZone: 'Asia/Kathmandu', middleNight: day('2026-03-28') },
      // From the end of October to the end of March in Paris, from early April to the end of
      // September on Lord Howe.
      { timeZone: 'Europe/Paris', middleNight: day('2026-12-02') },
      { timeZone: 'Australia/Lord_Howe', middleNight: day('2026-05-20') },
    ];
    checkProperty(
      RUNS,
      fc.tuple(anyCase(settingsWithoutChange), fc.integer({ min: -4, max: 12 })),
      ([scene, weeks]) => {
        expectSame(figures(shiftByWeeks(scene, weeks)), shiftByWeeks(figures(scene), weeks));
      },
    );
  });

  it('ignores rows and entries that are marked as deleted', LONG_TIMEOUT, () => {
    const pairs = fc.oneof(...SETTINGS.map((setting) => fc.tuple(randomCases(setting), randomCases(setting))));
    checkProperty(RUNS, pairs, ([scene, deletedScene]) => {
      expectSame(figures({ ...scene, log: withDeletedRows(scene.log, deletedScene.log) }), figures(scene));
    });
  });

  it('ignores incidents far outside the range', LONG_TIMEOUT, () => {
    const FAR = 60;
    const farFrom = ({ timeZone, middleNight }: CaseSetting, days: number) =>
      randomCases({ timeZone, middleNight: daysLater(middleNight, days) }, { isFinal: true });
    const triples = fc.oneof(
      ...SETTINGS.map((setting) => fc.tuple(farFrom(setting, -FAR), randomCases(setting), farFrom(setting, FAR))),
    );
    checkProperty(RUNS, triples, ([before, scene, after]) => {
      const incidents = [before, scene, after].flatMap(({ log }) => log.incidents);
      expectSame(figures({ ...scene, log: { ...scene.log, incidents } }), figures(scene));
    });
  });

  it('returns the same figures each time, and does not change the log', LONG_TIMEOUT, () => {
    checkProperty(RUNS, anyCase(SETTINGS), (scene) => {
      const before = JSON.stringify(scene);
      // A write to a frozen object throws.
      const frozen = deepFreeze(scene);
      expect(figures(frozen)).toStrictEqual(figures(frozen));
      expect(JSON.stringify(frozen)).toBe(before);
    });
  });
});

describe('computeMetrics: sums over nights', () => {
  it('returns figures of single nights that add up to those of the range', LONG_TIMEOUT, () => {
    checkProperty(100, anyCase(SETTINGS), (scene) => {
      const whole = figures(scene);
      const singleNights = daysOf(scene.range.from, scene.range.to).map((night) =>
        figures({ ...scene, range: { from: night, to: night } }),
      );
      expectSame(sumOfFigures(singleNights), additiveFigures(whole));
      expectSame(
        singleNights.flatMap(({ nights }) => nights),
        whole.nights,
      );
    });
  });

  it('returns downtimes of single nights that add up to the spent error budget', LONG_TIMEOUT, () => {
    checkProperty(100, anyCase(SETTINGS), (scene) => {
      const { nights, errorBudget } = figures(scene);
      expectSame(
        nights.map(({ downtime }) => downtime ?? 0).reduce((sum, minutes) => sum + minutes, 0),
        errorBudget.spent ?? 0,
      );
    });
  });
});
