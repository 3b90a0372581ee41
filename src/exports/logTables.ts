import { nightOf } from '@/domain/night';
import { escalationsOf } from '@/domain/paging/escalationsOf';
import type { Household } from '@/domain/rows/household';
import type { Entry, Incident } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { formatRunbookEntry } from '@/domain/runbook/formatRunbookEntry';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { foldTimeline, type IncidentState, recoveryMs } from '@/domain/timeline/foldTimeline';
import { runbookEntryWords } from '@/i18n/runbookEntryWords';
import type { Translation } from '@/i18n/useTranslation';
import { assumedZone } from '@/lib/deviceZone';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { zoneAt, zoneOfNight } from '@/lib/zone';
import { computeCharts } from '@/metrics/computeCharts';
import { computeMetrics } from '@/metrics/computeMetrics';
import { interventionsIn } from '@/metrics/interventions';
import type { NightRange } from '@/metrics/nightPlans';
import type { NightFigures } from '@/metrics/nights';
import type { CsvDialect } from './csvDialect';
import { formatIsoTime, formatSheetTime } from './formatIsoTime';
import { type Cell, toCsv } from './toCsv';

type CsvTranslation = Pick<Translation, 't'>;

/**
 * Returns the incidents that belong to the nights of a range (noon to noon) as CSV, one line each,
 * oldest first. Times are those of the household's clock, in a form with which spreadsheets
 * calculate. When the clocks go back, a time occurs twice: the last two columns are ISO 8601 with
 * the offset. The recovery is in minutes with one decimal. An incident that still runs has no end,
 * no recovery and no outcome. Lists are in the order of the timeline; each escalation says whether
 * it was by voice or by page, and how it ended. Deleted rows, and rows without a beginning, are
 * left out.
 */
export function incidentsCsv(
  log: HouseholdLog,
  range: NightRange,
  words: CsvTranslation,
  dialect: CsvDialect,
): Promise<string> {
  const { t } = words;
  const rows = log.incidents
    .filter(({ deletedAt }) => deletedAt === null)
    .map((incident) => ({ incident, state: foldTimeline(incident.timeline) }))
    .filter((logged): logged is LoggedIncident => logged.state !== null && isWithin(logged.state, range, log.household))
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt)
    .map((logged) => incidentRow(logged, log, words));
  return toCsv(
    INCIDENT_COLUMNS.map((column) => t(`exporting.incident.${column}`)),
    rows,
    dialect,
  );
}

interface LoggedIncident {
  incident: Incident;
  state: IncidentState;
}

const INCIDENT_COLUMNS = [
  'child',
  'detected',
  'resolved',
  'recovery',
  'outcome',
  'cause',
  'responders',
  'remedies',
  'escalations',
  'runbook',
  'falseAlarm',
  'estimated',
  'note',
  'timeZone',
  'detectedExactly',
  'resolvedExactly',
] as const;

function isWithin({ detectedAt }: IncidentState, { from, to }: NightRange, household: Household): boolean {
  const night = nightOf(detectedAt, household);
  return night >= from && night <= to;
}

function incidentRow({ incident, state }: LoggedIncident, log: HouseholdLog, { t }: CsvTranslation): Cell[] {
  const { household } = log;
  const { graceSeconds } = household;
  const { detected, resolution, entries } = state;
  const recovery = recoveryMs(state);
  const formatNote = (entry: Entry): string => {
    if (entry.kind === 'note') return entry.text;
    return entry.kind === 'step' || entry.kind === 'runbookChosen'
      ? formatRunbookEntry(entry, incident, log.runbooks, runbookEntryWords(t))
      : '';
  };
  const yesOrNo = (isTrue: boolean) => t(isTrue ? 'exporting.yes' : 'exporting.no');
  const cells: Record<(typeof INCIDENT_COLUMNS)[number], Cell> = {
    child: nameOrId(log.children, incident.childId),
    detected: formatSheetTime(detected.at, household),
    resolved: resolution && formatSheetTime(resolution.at, household),
    recovery: recovery === null ? null : roundTo(recovery / MINUTE_MS, 1),
    outcome: resolution && t(`common.outcome.${resolution.outcome}`),
    cause: incident.causeId && t(`common.cause.${incident.causeId}`),
    responders: joinNames(interventionsIn(entries).map(({ by }) => nameOrId(log.caregivers, by))),
    remedies: joinNames(state.remedies.map(({ remedy }) => t(`common.remedy.${remedy}`))),
    escalations: joinNames(
      escalationsOf({ incident, state }, log.runbooks).map(({ escalated: { to, via }, ending }) =>
        t('exporting.escalation', {
          name: nameOrId(log.caregivers, to),
          via: t(`exporting.via.${via}`),
          ending: t(`exporting.ending.${ending}`),
        }),
      ),
    ),
    runbook: incident.runbookId && nameOrId(log.runbooks, incident.runbookId),
    falseAlarm: yesOrNo(isFalseAlarm(state, graceSeconds)),
    estimated: yesOrNo(detected.estimated || resolution?.estimated === true),
    note: [incident.note, ...entries.map(formatNote)].filter(Boolean).join('\n'),
    timeZone: assumedZone(zoneAt(household, detected.at)),
    detectedExactly: formatIsoTime(detected.at, household),
    resolvedExactly: resolution && formatIsoTime(resolution.at, household),
  };
  return INCIDENT_COLUMNS.map((column) => cells[column]);
}

const NIGHT_COLUMNS = [
  'night',
  'logged',
  'windowStart',
  'windowEnd',
  'wakeUps',
  'falseAlarms',
  'awake',
  'availability',
  'longest',
  'primary',
  'secondary',
  'handover',
  'double',
  'timeZone',
] as const;

/**
 * Returns one line for each night as CSV: its window on the household's clock, figures, rota and
 * double incidents. Minutes have one decimal; the availability is in per cent with two. A night
 * that nobody logged has a window and a rota but no figures, because a night without a log is not a
 * perfect night.
 */
export function nightsCsv(
  log: HouseholdLog,
  range: NightRange,
  now: Instant,
  words: CsvTranslation,
  dialect: CsvDialect,
): Promise<string> {
  const { t } = words;
  const { nights } = computeMetrics(log, range, now);
  const { buckets } = computeCharts(log, range, now, 1);
  return toCsv(
    NIGHT_COLUMNS.map((column) => t(`exporting.nightly.${column}`)),
    nights.map((night, index) => nightRow(night, buckets[index]?.double.minutes ?? null, log, words)),
    dialect,
  );
}

function nightRow(
  night: NightFigures,
  doubleMinutes: number | null,
  { household, caregivers }: Pick<HouseholdLog, 'household' | 'caregivers'>,
  { t }: CsvTranslation,
): Cell[] {
  const { onCall, observed } = night;
  const cells: Record<(typeof NIGHT_COLUMNS)[number], Cell> = {
    night: night.night,
    logged: t(observed ? 'exporting.yes' : 'exporting.no'),
    windowStart: formatSheetTime(night.windowStart, household),
    windowEnd: formatSheetTime(night.windowEnd, household),
    wakeUps: observed ? night.counted : null,
    falseAlarms: observed ? night.falseAlarms : null,
    awake: roundTo(night.downtime, 1),
    availability: roundTo(night.availability === null ? null : night.availability * 100, 2),
    longest: roundTo(night.longestStretch, 1),
    primary: onCall && nameOrId(caregivers, onCall.primary),
    secondary: onCall?.secondary ? nameOrId(caregivers, onCall.secondary) : null,
    handover: onCall?.handoverAt ?? null,
    double: observed ? roundTo(doubleMinutes, 1) : null,
    timeZone: assumedZone(zoneOfNight(household, night.night)),
  };
  return NIGHT_COLUMNS.map((column) => cells[column]);
}

/**
 * Returns the name, or the id if the row no longer exists. An empty cell would be read as "nobody".
 */
const nameOrId = (rows: readonly { id: string; name: string }[], id: string): string =>
  rows.find((row) => row.id === id)?.name ?? id;

const joinNames = (names: readonly string[]): string => names.filter(Boolean).join(', ');

function roundTo(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals));
}
