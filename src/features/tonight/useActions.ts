import { useState } from 'react';
import { addEntry } from '@/db/editIncident';
import { addEntries, changeIncident, openIncident, reopenIncident, setRunbook } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { Cause, Entry, Incident, Outcome, Remedy } from '@/domain/rows/incident';
import type { Runbook } from '@/domain/rows/others';
import { entriesFor } from '@/domain/runbook/answer';
import type { Answer } from '@/domain/runbook/engine';
import {
  acknowledged,
  detected,
  type Moment,
  remedied,
  reopened,
  resolved,
  runbookChosen,
  stoodDown,
} from '@/domain/timeline/make';
import { momentIn } from '@/domain/timeline/moment';
import { type Folded, reopenable } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { type Instant, later } from '@/lib/time';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard, SETTLE_MS, type Tap } from './tapGuard';
import { useAnswerWords } from './useAnswerWords';
import type { RunbookView } from './useRunbook';

/** A short buzz under the thumb: the tap was taken. */
export const TAP_BUZZ_MS = 30;

/** What can be tapped on the night screen. Each writes once, then says what was logged, with its undo. */
export function useActions(folded: readonly Folded[]) {
  const { db, holder, format, tonight } = useHousehold();
  const { t } = useWords();
  const answer = useAnswer();
  const answerWords = useAnswerWords();
  const [accepts] = useState(createTapGuard);
  const by = holder?.id ?? null;

  /** Runs a meant tap with the moment it was made at. True if it was written. */
  const tap = async (kind: Tap, run: (now: Instant) => Promise<boolean>): Promise<boolean> => {
    const now = readClock();
    if (!accepts(kind, now) || !(await run(now))) return false;
    vibrate(TAP_BUZZ_MS);
    return true;
  };

  const fresh = (now: Instant): Moment => ({ id: newId(), at: now, now });

  /** The moment of a tap on an incident, right even where the phone's clock is not. */
  const momentOf = ({ timeline }: Incident, clock: Instant): Moment => {
    const { at, estimated } = momentIn(timeline, clock);
    return { id: newId(), at, estimated, now: later(at, clock) };
  };

  const log = async ({ incident }: Folded, entry: Entry, text: (time: string) => string) => {
    const write = { incidentId: incident.id, entry, now: entry.updatedAt };
    return answer(await addEntry(db, write), { said: () => text(format.time(entry.at)) });
  };

  return {
    woke: (child: Child) =>
      tap({ begins: child.id }, async (now) => {
        const before = reopenable(folded, child.id, now);
        const names = (time: string) => ({ child: child.name, time });
        if (before) {
          const entry = reopened(momentOf(before.incident, now));
          const write = { incidentId: before.incident.id, entry, now: entry.updatedAt };
          return answer(await reopenIncident(db, write), {
            said: () => t('tonight.said.reopened', names(format.time(entry.at))),
          });
        }
        const result = await openIncident(db, {
          incidentId: newId(),
          childId: child.id,
          detected: detected(fresh(now), by, 'tap'),
          now,
        });
        if (!result.ok) return answer(result, { said: () => null });
        const undo = result.value.opened ? result.value.undo : undefined;
        return answer(
          { ok: true, value: undo ? { undo } : null },
          { said: () => t(undo ? 'tonight.said.woke' : 'tonight.said.wokeAlready', names(format.time(now))) },
        );
      }),

    resolve: (folding: Folded, outcome: Outcome) =>
      tap({ ends: folding.incident.id }, (now) => {
        const who = outcome === 'selfSettled' ? by : (folding.state.up.at(-1) ?? by);
        return log(folding, resolved(momentOf(folding.incident, now), who, outcome), (time) =>
          t(`tonight.said.${outcome}`, { time }),
        );
      }),

    remedy: (folding: Folded, remedy: Remedy) =>
      tap({ logs: `${folding.incident.id} ${remedy}` }, (now) => {
        const who = folding.state.up.at(-1) ?? by;
        return log(folding, remedied(momentOf(folding.incident, now), who, remedy), (time) =>
          t('tonight.said.remedy', { remedy: t(`common.remedy.${remedy}`), time }),
        );
      }),

    /** Up, or if up already, back to bed. */
    toggleUp: (folding: Folded, { id, name }: Caregiver) =>
      tap({ logs: `${folding.incident.id} ${id}` }, (now) => {
        const up = folding.state.up.includes(id);
        const moment = momentOf(folding.incident, now);
        return log(folding, up ? stoodDown(moment, id) : acknowledged(moment, id), (time) =>
          t(up ? 'tonight.said.stoodDown' : 'tonight.said.acknowledged', { name, time }),
        );
      }),

    /** What came of the runbook's step. */
    answer: async ({ led, situation, current }: RunbookView, answered: Answer): Promise<boolean> => {
      const { incident } = led;
      // The step has changed under the thumb: the tap was meant for the one before. Not counted as a tap, so that the next one is.
      const shownForMs = readClock() - current.from;
      if (shownForMs >= 0 && shownForMs < SETTLE_MS) return false;
      // Getting up is the same tap wherever it is made.
      const what = answered.kind === 'up' ? answered.by : `${current.step.id} ${JSON.stringify(answered)}`;
      return tap({ logs: `${incident.id} ${what}` }, async (clock) => {
        const { at, now, estimated = false } = momentOf(incident, clock);
        const usedIds = new Set(incident.timeline.map(({ id }) => id));
        const made = { stepId: current.step.id, at, now, estimated, newId, usedIds, by };
        const entries = entriesFor(situation, answered, made);
        if (entries.length === 0) return false;
        return answer(await addEntries(db, { incidentId: incident.id, entries, now }), {
          said: () => answerWords(answered, at),
        });
      });
    },

    /** The incident follows another runbook from here on, or none. */
    setRunbook: ({ incident }: Folded, runbook: Runbook | null) =>
      tap({ logs: `${incident.id} ${runbook?.id}` }, async (clock) => {
        const moment = momentOf(incident, clock);
        const chosen = runbookChosen(moment, runbook?.id ?? null);
        return answer(await setRunbook(db, { incidentId: incident.id, chosen, now: moment.now }), {
          said: () => (runbook ? t('tonight.said.runbook', { runbook: runbook.name }) : t('tonight.said.noRunbook')),
        });
      }),

    cause: ({ incident }: Folded, cause: Cause) =>
      tap({ logs: `${incident.id} ${cause}` }, async (now) => {
        const causeId = incident.causeId === cause ? null : cause;
        return answer(await changeIncident(db, { incidentId: incident.id, change: { causeId }, now }), {
          said: () =>
            causeId ? t('tonight.said.cause', { cause: t(`common.cause.${causeId}`) }) : t('tonight.said.noCause'),
        });
      }),

    goodNight: () =>
      tap({ logs: 'bedtime' }, async (now) =>
        answer(await changeNight(db, { night: tonight.night, change: { bedtimeAt: now }, now }), {
          said: () => t('tonight.said.bedtime', { time: format.time(now) }),
        }),
      ),

    goodMorning: () =>
      tap({ logs: 'morning' }, async (now) =>
        answer(await changeNight(db, { night: tonight.night, change: { morningAt: now }, now }), {
          said: () => t('tonight.said.morning', { time: format.time(now) }),
        }),
      ),
  };
}

export type Actions = ReturnType<typeof useActions>;
