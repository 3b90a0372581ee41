import { useState } from 'react';
import { addEntry } from '@/db/editIncident';
import { addEntries, changeIncident, openIncident, reopenIncident, setRunbook } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import { livedNight } from '@/domain/night';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { Cause, Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import type { StepAnswer } from '@/domain/runbook/currentStep';
import { entriesForAnswer } from '@/domain/runbook/entriesForAnswer';
import {
  createAcknowledged,
  createDetected,
  createRemedy,
  createReopened,
  createResolved,
  createRunbookChoice,
  createStoodDown,
  type NewEntry,
} from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { tapTime } from '@/domain/timeline/tapTime';
import { type FoldedIncident, findReopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { type Instant, laterOf } from '@/lib/time';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard, type GuardedTap, SCREEN_CHANGE_MS } from './tapGuard';
import type { ActiveRunbook } from './useActiveRunbook';
import { useStepAnswerText } from './useStepAnswerText';

/** The length of the short buzz that confirms a tap. */
export const TAP_BUZZ_MS = 30;

/**
 * Returns the actions of the night screen. Each one writes once, and then shows what was logged,
 * with an undo.
 */
export function useActions(foldedIncidents: readonly FoldedIncident[]) {
  const { db, household, holder, format, activeChildren } = useHousehold();
  const { t } = useTranslation();
  const reportResult = useReportResult();
  const formatStepAnswer = useStepAnswerText();
  const [acceptTap] = useState(createTapGuard);
  const holderId = holder?.id ?? null;

  /**
   * Runs an accepted tap with the instant at which it was made. Resolves to true if the tap was
   * written.
   */
  const tap = async (kind: GuardedTap, run: (now: Instant) => Promise<boolean>): Promise<boolean> => {
    const now = readClock();
    if (!acceptTap(kind, now) || !(await run(now))) return false;
    vibrate(TAP_BUZZ_MS);
    return true;
  };

  const momentNow = (now: Instant): NewEntry => ({ id: newId(), at: now, now });

  /**
   * Returns the time of a tap on an incident. If the phone's clock is behind the last line, the tap
   * gets that line's time, as a guess if the difference is more than a minute.
   */
  const momentOf = ({ timeline }: Incident, clock: Instant): NewEntry => {
    const { at, estimated } = tapTime(timeline, clock);
    return { id: newId(), at, estimated, now: laterOf(at, clock) };
  };

  const logEntry = async (
    { incident }: FoldedIncident,
    entry: Entry,
    text: (time: string) => string,
    onRefused?: (text: string) => void,
  ) => {
    const write = { incidentId: incident.id, entry, now: entry.updatedAt };
    const result = await addEntry(db, write);
    return reportResult(result, { message: () => text(format.time(entry.at)), ...(onRefused && { onRefused }) });
  };

  /** Beside a second child, what is logged of an end names the child. */
  const formatEnd = ({ childId }: Incident, outcome: Outcome, time: string): string => {
    const words = t(`tonight.toast.${outcome}`, { time });
    const child = activeChildren.find(({ id }) => id === childId);
    return child && activeChildren.length > 1 ? `${child.name} · ${words}` : words;
  };

  return {
    logWakeUp: (child: Child) =>
      tap({ begins: child.id }, async (now) => {
        const reopenable = findReopenable(foldedIncidents, child.id, now);
        const messageValues = (time: string) => ({ child: child.name, time });
        if (reopenable) {
          const entry = createReopened(momentOf(reopenable.incident, now));
          const write = { incidentId: reopenable.incident.id, entry, now: entry.updatedAt };
          const reopened = await reopenIncident(db, write);
          // Another window has deleted or reopened it meanwhile: the child is awake all the same.
          if (reopened.ok || !('refusal' in reopened))
            return reportResult(reopened, {
              message: () => t('tonight.toast.reopened', messageValues(format.time(entry.at))),
            });
        }
        const result = await openIncident(db, {
          incidentId: newId(),
          childId: child.id,
          detected: createDetected(momentNow(now), holderId, 'tap'),
          now,
        });
        if (!result.ok) return reportResult(result, { message: () => null });
        const undo = result.value.opened ? result.value.undo : undefined;
        // The other window's tap came first, so its time is the one that is true.
        const awakeSince = undo ? now : (foldTimeline(result.value.incident.timeline)?.awakeSince ?? now);
        return reportResult(
          { ok: true, value: undo ? { undo } : null },
          {
            message: () =>
              t(undo ? 'tonight.toast.woke' : 'tonight.toast.wokeAlready', messageValues(format.time(awakeSince))),
          },
        );
      }),

    /**
     * Ends an incident, now or at the given end. A refusal, such as of an end before the last line,
     * is passed to `onRefused`, or else shown as a toast.
     */
    resolve: (
      foldedIncident: FoldedIncident,
      outcome: Outcome,
      end?: { at: Instant; estimated: boolean },
      onRefused?: (text: string) => void,
    ) =>
      tap({ ends: foldedIncident.incident.id }, (now) => {
        const caregiverId =
          outcome === 'selfSettled' ? holderId : (foldedIncident.state.caregiversUp.at(-1) ?? holderId);
        const moment = end ? { id: newId(), ...end, now } : momentOf(foldedIncident.incident, now);
        return logEntry(
          foldedIncident,
          createResolved(moment, caregiverId, outcome),
          (time) => formatEnd(foldedIncident.incident, outcome, time),
          onRefused,
        );
      }),

    logRemedy: (foldedIncident: FoldedIncident, remedy: Remedy) =>
      tap({ logs: `${foldedIncident.incident.id} ${remedy}` }, (now) => {
        const caregiverId = foldedIncident.state.caregiversUp.at(-1) ?? holderId;
        return logEntry(
          foldedIncident,
          createRemedy(momentOf(foldedIncident.incident, now), caregiverId, remedy),
          (time) => t('tonight.toast.remedy', { remedy: t(`common.remedy.${remedy}`), time }),
        );
      }),

    /** Logs that the caregiver is up or, if they already are, that they go back to bed. */
    toggleUp: (foldedIncident: FoldedIncident, { id, name }: Caregiver) =>
      tap({ logs: `${foldedIncident.incident.id} ${id}` }, (now) => {
        const isUp = foldedIncident.state.caregiversUp.includes(id);
        const moment = momentOf(foldedIncident.incident, now);
        return logEntry(foldedIncident, isUp ? createStoodDown(moment, id) : createAcknowledged(moment, id), (time) =>
          t(isUp ? 'tonight.toast.stoodDown' : 'tonight.toast.acknowledged', { name, time }),
        );
      }),

    /** Logs the answer to a step of the runbook. */
    answerStep: async (
      { targetIncident, situation, currentStep }: ActiveRunbook,
      stepAnswer: StepAnswer,
    ): Promise<boolean> => {
      const { incident } = targetIncident;
      // If the step has just changed under the thumb, the tap was meant for the step before. The
      // tap guard must not record the ignored tap, because it would reject the parent's next one.
      const shownForMs = readClock() - currentStep.startsAt;
      if (shownForMs >= 0 && shownForMs < SCREEN_CHANGE_MS) return false;
      // Getting up counts as the same tap whichever button was tapped.
      const tapKey = stepAnswer.kind === 'up' ? stepAnswer.by : `${currentStep.step.id} ${JSON.stringify(stepAnswer)}`;
      return tap({ logs: `${incident.id} ${tapKey}` }, async (clock) => {
        const { at, now, estimated = false } = momentOf(incident, clock);
        const usedIds = new Set(incident.timeline.map(({ id }) => id));
        const answerTap = { stepId: currentStep.step.id, at, now, estimated, newId, usedIds, by: holderId };
        const entries = entriesForAnswer(situation, stepAnswer, answerTap);
        if (entries.length === 0) return false;
        return reportResult(await addEntries(db, { incidentId: incident.id, entries, now }), {
          message: () => formatStepAnswer(stepAnswer, at),
        });
      });
    },

    /** Makes the incident follow another runbook from now on, or none. */
    setRunbook: ({ incident }: FoldedIncident, runbook: Runbook | null) =>
      tap({ logs: `${incident.id} ${runbook?.id}` }, async (clock) => {
        const moment = momentOf(incident, clock);
        const chosen = createRunbookChoice(moment, runbook?.id ?? null);
        return reportResult(await setRunbook(db, { incidentId: incident.id, chosen, now: moment.now }), {
          message: () =>
            runbook ? t('tonight.toast.runbook', { runbook: runbook.name }) : t('tonight.toast.noRunbook'),
        });
      }),

    toggleCause: ({ incident }: FoldedIncident, cause: Cause) =>
      tap({ logs: `${incident.id} ${cause}` }, async (now) => {
        const causeId = incident.causeId === cause ? null : cause;
        return reportResult(await changeIncident(db, { incidentId: incident.id, change: { causeId }, now }), {
          message: () =>
            causeId ? t('tonight.toast.cause', { cause: t(`common.cause.${causeId}`) }) : t('tonight.toast.noCause'),
        });
      }),

    // The tap may come before the rows of a new night are read, as on a phone that lay there since
    // the morning and is picked up in the evening.
    logBedtime: () =>
      tap({ logs: 'bedtime' }, async (now) =>
        reportResult(await changeNight(db, { night: livedNight(now, household), change: { bedtimeAt: now }, now }), {
          message: () => t('tonight.toast.bedtime', { time: format.time(now) }),
        }),
      ),

    logMorning: () =>
      tap({ logs: 'morning' }, async (now) =>
        reportResult(await changeNight(db, { night: livedNight(now, household), change: { morningAt: now }, now }), {
          message: () => t('tonight.toast.morning', { time: format.time(now) }),
        }),
      ),
  };
}

export type Actions = ReturnType<typeof useActions>;
