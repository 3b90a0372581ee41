import { nightOf } from '@/domain/night';
import { escalationsOf } from '@/domain/paging/escalationsOf';
import type { HouseholdLog } from '@/domain/rows/tables';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { recoveryMs } from '@/domain/timeline/foldTimeline';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { assumedZone } from '@/lib/deviceZone';
import { MINUTE_MS } from '@/lib/time';
import { zoneAt } from '@/lib/zone';
import { interventionsIn } from '@/metrics/interventions';
import { code, day, decimal, flag, id, list, moment, text, whole } from './column';
import { defineTable, liveRows } from './table';

/** A wake-up, with the log in which its people and runbooks have their names. */
interface WakeUp extends FoldedIncident {
  escalations: ReturnType<typeof escalationsOf>;
  nameOf: (id: string | null) => string | null;
  log: HouseholdLog;
}

/**
 * The wake-ups, one line each, oldest first: what an analysis needs, with names in the place of
 * ids. Durations are in minutes; they are empty while the wake-up goes on.
 */
export const wakeUpsTable = defineTable<WakeUp>({
  name: 'wake_ups',
  columns: [
    id('incident_id', ({ incident }) => incident.id),
    day('night', ({ state, log }) => nightOf(state.detectedAt, log.household)),
    id('child_id', ({ incident }) => incident.childId),
    text('child', ({ incident, nameOf }) => nameOf(incident.childId)),
    ...moment<WakeUp>('detected_at', ({ state }) => state.detectedAt),
    ...moment<WakeUp>('resolved_at', ({ state }) => state.resolution?.at ?? null),
    text('time_zone', ({ state, log }) => assumedZone(zoneAt(log.household, state.detectedAt))),
    decimal('recovery_minutes', 1, ({ state }) => toMinutes(recoveryMs(state))),
    decimal('awake_minutes', 1, ({ state }) => toMinutes(awakeMs(state))),
    whole('times_reopened', ({ state }) => state.timesReopened),
    code('outcome', ({ state }) => state.resolution?.outcome ?? null),
    flag('false_alarm', ({ state, log }) => isFalseAlarm(state, log.household.graceSeconds)),
    flag('estimated', ({ state }) => state.detected.estimated || state.resolution?.estimated === true),
    code('cause', ({ incident }) => incident.causeId),
    code('logged_via', ({ state }) => state.detected.via),
    text('logged_by', ({ state, nameOf }) => nameOf(state.detected.by)),
    ...moment<WakeUp>('first_response_at', (wakeUp) => responsesTo(wakeUp)[0]?.at ?? null),
    list('responders', (wakeUp) =>
      namesOf(
        responsesTo(wakeUp).map(({ by }) => by),
        wakeUp,
      ),
    ),
    list('remedies', ({ state }) => state.remedies.map(({ remedy }) => remedy)),
    text('resolved_by', ({ state, nameOf }) => nameOf(state.resolution?.by ?? null)),
    list('escalated_to', (wakeUp) =>
      namesOf(
        wakeUp.escalations.map(({ escalated }) => escalated.to),
        wakeUp,
      ),
    ),
    list('escalated_level', ({ escalations }) => escalations.map(({ escalated }) => String(escalated.level))),
    list('escalated_via', ({ escalations }) => escalations.map(({ escalated }) => escalated.via)),
    list('escalated_ending', ({ escalations }) => escalations.map(({ ending }) => ending)),
    id('runbook_id', ({ incident }) => incident.runbookId),
    text('runbook', ({ incident, nameOf }) => nameOf(incident.runbookId)),
    flag('for_report', ({ incident }) => incident.forReport),
    text('note', ({ incident, state }) =>
      [incident.note, ...state.entries.map((entry) => (entry.kind === 'note' ? entry.text : ''))]
        .filter(Boolean)
        .join('\n'),
    ),
  ],
  *rows(log) {
    const names = new Map(
      [...log.children, ...log.caregivers, ...log.runbooks].map(({ id: rowId, name }) => [rowId, name]),
    );
    // An empty cell would be read as "nobody", so a row that is gone is named by its id.
    const nameOf = (rowId: string | null) => (rowId === null ? null : (names.get(rowId) ?? rowId));
    const folded = foldIncidents(liveRows(log.incidents)).sort(
      (a, b) => a.state.detectedAt - b.state.detectedAt || (a.incident.id < b.incident.id ? -1 : 1),
    );
    for (const wakeUp of folded) yield { ...wakeUp, escalations: escalationsOf(wakeUp, log.runbooks), nameOf, log };
  },
});

const toMinutes = (ms: number | null): number | null => (ms === null ? null : ms / MINUTE_MS);

/** The time in which the child was awake, without the minutes of sleep before it woke again. */
const awakeMs = ({ stretches }: FoldedIncident['state']): number | null =>
  stretches.reduce<number | null>((sum, { from, to }) => (sum === null || to === null ? null : sum + (to - from)), 0);

const responsesTo = ({ state }: FoldedIncident) => interventionsIn(state.entries);

const namesOf = (ids: readonly string[], { nameOf }: WakeUp): string[] => ids.map((personId) => nameOf(personId) ?? '');
