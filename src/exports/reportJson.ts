import type { HouseholdLog } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { NightFigures } from '@/metrics/nights';
import type { Report } from '@/metrics/paediatrician/computeReport';
import type { SleepRow } from '@/metrics/paediatrician/sleepRow';
import { formatInstant, formatSheetTime } from './formatIsoTime';

/**
 * Formats what the paediatrician's report shows as JSON: the same figures, notes and lists, for one
 * child and one range of nights. Lists that the two pages cut are complete here. Durations are
 * minutes, not rounded. docs/exports.md says what each field holds.
 */
export function reportJson(report: Report): string {
  const { household, child, range, now, nights, rows } = report;
  const timesOf = (at: Instant) => ({ at: formatInstant(at), local: formatSheetTime(at, household) });
  const data = {
    format: 'infernalops-paediatrician',
    version: 1,
    madeAt: formatInstant(now),
    child: { name: child.name, birthDate: child.birthDate, dueDate: child.dueDate },
    nights: range,
    household: {
      timeZone: household.timeZone,
      nightStart: household.nightStart,
      nightEnd: household.nightEnd,
      graceSeconds: household.graceSeconds,
    },
    summary: summaryOf(report),
    byNight: nights.map((night, index) => nightOf(night, rows[index], household)),
    causes: Object.entries(report.causes).map(([cause, count]) => ({ cause, count })),
    illnesses: report.episodes.map(({ kind, label, startDay, endDay }) => ({ kind, label, startDay, endDay })),
    temperatures: report.temperatures
      .flatMap(({ taken }) => taken)
      .map(({ at, celsius }) => ({ ...timesOf(at), celsius })),
    medicines: report.doses.flatMap(({ name, amount, at }) => at.map((dose) => ({ ...timesOf(dose), name, amount }))),
    notes: report.notes.map(({ at, episode, text }) => ({
      ...timesOf(at),
      about: episode ? 'illness' : 'wakeUp',
      text,
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

const summaryOf = (report: Report) => ({
  loggedNights: report.observedNights,
  nightsWithoutWakeUp: report.incidentFreeNights,
  awakeAllTheSame: report.freeNightsAwake,
  wakeUps: report.wakeUps,
  awakeMinutes: report.awake,
  longestStretchMinutes: report.longestStretch,
  falseAlarms: report.falseAlarms,
  hasForgotten: report.hasForgotten,
});

/** A night as the table of page two has it, with its row of the chart on page one. */
function nightOf(figures: NightFigures, row: SleepRow | undefined, household: HouseholdLog['household']) {
  const { night, observed, counted, falseAlarms, downtime, longestStretch, windowStart, windowEnd } = figures;
  return {
    night,
    logged: observed,
    windowStart: formatSheetTime(windowStart, household),
    windowEnd: formatSheetTime(windowEnd, household),
    wakeUps: observed ? counted : null,
    falseAlarms: observed ? falseAlarms : null,
    awakeMinutes: downtime,
    longestStretchMinutes: longestStretch,
    awake: row?.awake ?? [],
    cries: row?.cries ?? [],
    clockChange: row?.clockChange ?? null,
  };
}
