import { useState } from 'react';
import { useHousehold } from '@/components/household';
import { useAnswer } from '@/components/useAnswer';
import { addEntry, changeIncident, openIncident } from '@/db/incidents';
import { changeNight } from '@/db/nights';
import type { Caregiver, Child } from '@/domain/rows/household';
import type { Cause, Entry, Outcome, Remedy } from '@/domain/rows/incident';
import { acknowledged, detected, remedied, reopened, resolved, stoodDown } from '@/domain/timeline/make';
import { type Folded, reopenable } from '@/domain/tonight';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import { vibrate } from '@/pwa/vibrate';
import { createTapGuard, type Tap } from './tapGuard';

/** A short buzz under the thumb: the tap was taken. */
const TAP_BUZZ_MS = 30;

/** What can be tapped on the night screen. Each writes once, then says what was logged, with its undo. */
export function useActions(folded: readonly Folded[]) {
  const { db, holder, format, tonight } = useHousehold();
  const { t } = useWords();
  const answer = useAnswer();
  const [accepts] = useState(createTapGuard);
  const by = holder?.id ?? null;

  /** Runs a meant tap with the moment it was made at. */
  const tap = async (kind: Tap, run: (now: Instant) => Promise<boolean>) => {
    const now = readClock();
    if (!accepts(kind, now)) return;
    if (await run(now)) vibrate(TAP_BUZZ_MS);
  };

  const moment = (now: Instant) => ({ id: newId(), at: now, now });

  const log = async ({ incident }: Folded, entry: Entry, now: Instant, text: string) =>
    answer(await addEntry(db, { incidentId: incident.id, entry, now }), { said: () => text });

  return {
    woke: (child: Child) =>
      tap({ begins: child.id }, async (now) => {
        const before = reopenable(folded, child.id, now);
        const names = { child: child.name, time: format.time(now) };
        if (before) return log(before, reopened(moment(now)), now, t('tonight.said.reopened', names));
        const result = await openIncident(db, {
          incidentId: newId(),
          childId: child.id,
          detected: detected(moment(now), by, 'tap'),
          now,
        });
        if (!result.ok) return answer(result, { said: () => null });
        const undo = result.value.opened ? result.value.undo : undefined;
        return answer(
          { ok: true, value: undo ? { undo } : null },
          { said: () => t(undo ? 'tonight.said.woke' : 'tonight.said.wokeAlready', names) },
        );
      }),

    resolve: (folding: Folded, outcome: Outcome) =>
      tap({ ends: folding.incident.id }, (now) => {
        const who = outcome === 'selfSettled' ? by : (folding.state.up.at(-1) ?? by);
        return log(
          folding,
          resolved(moment(now), who, outcome),
          now,
          t(`tonight.said.${outcome}`, { time: format.time(now) }),
        );
      }),

    remedy: (folding: Folded, remedy: Remedy) =>
      tap({ logs: `${folding.incident.id} ${remedy}` }, (now) => {
        const who = folding.state.up.at(-1) ?? by;
        const text = t('tonight.said.remedy', { remedy: t(`common.remedy.${remedy}`), time: format.time(now) });
        return log(folding, remedied(moment(now), who, remedy), now, text);
      }),

    /** Up, or if up already, back to bed. */
    toggleUp: (folding: Folded, { id, name }: Caregiver) =>
      tap({ logs: `${folding.incident.id} ${id}` }, (now) => {
        const up = folding.state.up.includes(id);
        const entry = up ? stoodDown(moment(now), id) : acknowledged(moment(now), id);
        const words = { name, time: format.time(now) };
        return log(folding, entry, now, t(up ? 'tonight.said.stoodDown' : 'tonight.said.acknowledged', words));
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
