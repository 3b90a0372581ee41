import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { Summary } from '@/metrics/percentiles';
import { CHILDREN, PEOPLE } from './acts';
import { storedWord } from './compareLines';
import type { Count } from './count';
import type { StoredLog } from './storedLog';

/** Two sums of the same instants in another order may differ in their last digits. */
const TOLERANCE = 1e-9;

/**
 * Compares the figures that the app computes of the log on disk with those counted in the ledger.
 *
 * @returns the figures that differ, each with both values
 */
export function wrongFigures(log: StoredLog, count: Count, nights: readonly string[], now: number): string[] {
  const range = { from: nights[0], to: nights.at(-1) } as Metrics['range'];
  const metrics = computeMetrics(toHouseholdLog(log), range, now as Instant);
  const idOf = (table: 'children' | 'caregivers', name: string) =>
    String(log[table].find((row) => row.name === name && row.deletedAt === null)?.id);
  const pairs: [name: string, app: number | boolean | null | undefined, ledger: number | boolean | null | undefined][] =
    [
      ['counted', metrics.incidents.counted, count.counted],
      ['falseAlarms', metrics.incidents.falseAlarms, count.falseAlarms],
      ['selfSettled', metrics.incidents.selfSettled, count.selfSettled],
      ['reopened', metrics.incidents.reopened, count.reopened],
      ['open', metrics.incidents.open, count.open],
      ['availability', metrics.availability.household, count.availability],
      ['observedNights', metrics.availability.observedNights, count.loggedNights],
      ['incidentFreeNights', metrics.availability.incidentFreeNights, count.quietNights],
      ['longestStretch', metrics.availability.longestStretch.best, count.longestStretch],
      ['rotaAdherence', metrics.load.rotaAdherence, count.rotaAdherence],
      ...summaryPairs('mttr', metrics.mttr, count.mttr),
      ...summaryPairs('mtta', metrics.mtta, count.mtta),
      ...summaryPairs('timeBetween', metrics.timeBetween, count.timeBetween),
    ];
  for (const child of CHILDREN) {
    const app = metrics.availability.byChild[idOf('children', child)];
    pairs.push([`availability of ${child}`, app, count.availabilityOfChild[child]]);
  }
  for (const person of PEOPLE) {
    const id = idOf('caregivers', person);
    pairs.push(
      [`availability of ${person}`, metrics.availability.byCaregiver[id], count.availabilityOfPerson[person]],
      [`times up of ${person}`, metrics.fatigue.byCaregiver[id]?.interventions, count.timesUp[person]],
      [`no answers of ${person}`, metrics.fatigue.byCaregiver[id]?.noResponses, count.noAnswers[person]],
      [`share of ${person}`, metrics.load.byCaregiver[id]?.share, count.shareOfTimesUp[person]],
      [`minutes up of ${person}`, metrics.load.byCaregiver[id]?.awakeMinutes, count.minutesUp[person]],
      [`calls to ${person}`, metrics.escalations.byCaregiver[id]?.attempts, count.calls[person].attempts],
      [`calls answered by ${person}`, metrics.escalations.byCaregiver[id]?.answered, count.calls[person].answered],
    );
  }
  const causes: Partial<Record<string, number>> = metrics.causes;
  const remedies: Partial<Record<string, { used: number }>> = metrics.remedies;
  for (const [cause, times] of Object.entries(count.causes))
    pairs.push([`cause ${cause}`, causes[storedWord(cause)], times]);
  for (const [remedy, times] of Object.entries(count.remedies))
    pairs.push([`remedy ${remedy}`, remedies[storedWord(remedy)]?.used, times]);
  pairs.push(['causes', Object.keys(causes).length, Object.keys(count.causes).length]);
  pairs.push(['remedies', Object.keys(remedies).length, Object.keys(count.remedies).length]);
  metrics.nights.forEach((app, index) => {
    const ledger = count.nights[index];
    pairs.push(
      [`${app.night} logged`, app.observed, ledger?.logged],
      [`${app.night} counted`, app.counted, ledger?.counted],
      [`${app.night} falseAlarms`, app.falseAlarms, ledger?.falseAlarms],
      [`${app.night} minutes awake`, app.downtime, ledger?.minutesAwake],
      [`${app.night} longest stretch`, app.longestStretch, ledger?.longestStretch],
      [`${app.night} window`, (app.windowEnd - app.windowStart) / 60_000, ledger?.windowMinutes],
    );
  });
  return pairs.flatMap(([name, app, ledger]) =>
    isSame(app, ledger) ? [] : [`${name}: the app says ${app}, the ledger ${ledger}`],
  );
}

const summaryPairs = (name: string, app: Summary, ledger: Summary) =>
  (['mean', 'median', 'p90', 'n'] as const).map((key): [string, number | null, number | null] => [
    `${name} ${key}`,
    app[key],
    ledger[key],
  ]);

const isSame = (app: unknown, ledger: unknown): boolean =>
  typeof app === 'number' && typeof ledger === 'number'
    ? Math.abs(app - ledger) <= TOLERANCE * Math.max(1, Math.abs(ledger))
    : app === ledger;

/** The rows are those that the app has written; its own tests check that they are valid. */
const toHouseholdLog = ({ household: [household], ...tables }: StoredLog): HouseholdLog =>
  ({ ...tables, household }) as unknown as HouseholdLog;
