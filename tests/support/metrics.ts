import { emptyLog } from '@/domain/defaults';
import type { Caregiver } from '@/domain/rows/household';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import type { HouseholdLog } from '@/domain/rows/tables';
import { type Day, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import type { NightRange } from '@/metrics/nightPlans';
import { at, DAD, dad, day, entry, household, incident, leo, MUM, mum, nightRow, tonightAt, zoe } from './factories';

/*
 * Small logs for the figures: Léo and Zoé, Mum and Dad, and the night from 16 to 17 November, as
 * computed on the morning after.
 */

export const logWith = (more: Partial<HouseholdLog> = {}): HouseholdLog => ({
  ...emptyLog(household()),
  children: [leo, zoe],
  caregivers: [mum, dad],
  ...more,
});

export const TONIGHT_RANGE: NightRange = { from: day('2026-11-16'), to: day('2026-11-16') };
export const NEXT_MORNING = tonightAt('09:00');

/**
 * The range of nights, by default the usual night, and the instant of the view, by default the noon
 * after the last night.
 */
interface RangeOptions {
  from?: string;
  to?: string;
  now?: Instant;
}

const noonAfter = (night: Day): Instant => at(`${addDays(night, 1)} 12:00`);

/** Returns the range of the options; the usual night unless given. */
function rangeOf({ from = '2026-11-16', to = from }: RangeOptions): NightRange {
  return { from: day(from), to: day(to) };
}

export function metricsOf(more: Partial<HouseholdLog>, options: RangeOptions = {}): Metrics {
  const range = rangeOf(options);
  return computeMetrics(logWith(more), range, options.now ?? noonAfter(range.to));
}

/** Returns the figures of a log with these incidents only. */
export const metricsOfIncidents = (incidents: readonly Incident[], options: RangeOptions = {}): Metrics =>
  metricsOf({ incidents }, options);

/** An interval within the usual night. */
export const interval = (from: string, to: string): Interval => ({ from: tonightAt(from), to: tonightAt(to) });

/**
 * Like `wakeUp` of the factories, but on any night: `wakeUpBetween('2026-11-18 02:43', '2026-11-18
 * 03:03')`.
 */
export const wakeUpBetween = (from: string, to: string, more: Partial<Incident> = {}): Incident =>
  incident([entry('detected', at(from)), entry('resolved', at(to))], { id: `${from} to ${to}`, ...more });

/** An incident that settled alone, `seconds` after the cry. */
export const selfSettledIncident = (from: string, seconds: number): Incident =>
  incident(
    [
      entry('detected', from),
      entry('resolved', (tonightAt(from) + seconds * 1000) as Instant, { outcome: 'selfSettled' }),
    ],
    { id: `alone ${from}` },
  );

/** An incident in which Dad got up a minute after the cry and settled it ten minutes later. */
export const incidentWithDadUp = (from: Instant): Incident =>
  incident(
    [
      entry('detected', from),
      entry('acknowledged', (from + MINUTE_MS) as Instant, { by: DAD }),
      entry('resolved', (from + 11 * MINUTE_MS) as Instant, { by: DAD }),
    ],
    { id: `dad ${from}` },
  );

/**
 * An incident in which Dad did not wake a minute after the cry. Mum settled it ten minutes later.
 */
export const incidentWithDadAsleep = (from: Instant): Incident =>
  incident(
    [
      entry('detected', from),
      entry('noResponse', (from + MINUTE_MS) as Instant, { by: DAD }),
      entry('resolved', (from + 11 * MINUTE_MS) as Instant, { by: MUM }),
    ],
    { id: `not dad ${from}` },
  );

/** A night that somebody logged as quiet. */
export const quietNight = (night: string): NightRow => nightRow({ id: day(night), quiet: true });

export const DELETED = { deletedAt: at('2026-11-20 10:00') };

export const grandma: Caregiver = { ...mum, id: 'grandma', name: 'Grandma' };
