import { useEffect } from 'react';
import type { InfernalDatabase } from '@/db/database';
import { answerPage, noteDelivered } from '@/db/paging';
import { isPage } from '@/domain/paging/isPage';
import { type PageToAnswer, pageToAnswer } from '@/domain/paging/pageToAnswer';
import { nextOfPhone, type PhoneEvent } from '@/gameday/nextOfPhone';
import { useHousehold } from '@/hooks/useHousehold';
import { readClock } from '@/lib/clock';
import { laterOf } from '@/lib/time';
import { currentGameDay } from '@/stores/gameDay';
import { NO_PAGER, setPagerStatus } from '@/stores/pager';
import { isPlayedByHand, playByHand } from './gameDayWindows';

/**
 * The phones of a GameDay. This window is one of them; those that no window plays are simulated.
 * Nothing is sent: what a phone says is written to the log of the GameDay, where the other windows
 * see it.
 */
export default function GameDayPhones() {
  const { holder } = useHousehold();
  const holderId = holder?.id ?? null;
  useEffect(() => (holderId === null ? undefined : playByHand(holderId)), [holderId]);
  usePagerOfGameDay(holderId);
  usePhoneEvents(holderId);
  return null;
}

/** Each phone but this one can ring, and a page is sent as soon as it is written. */
function usePagerOfGameDay(holderId: string | null): void {
  const { activeCaregivers, folded } = useHousehold();
  useEffect(() => {
    const pages = folded.flatMap(({ state }) => state.entries.filter(isPage));
    setPagerStatus({
      pageable: activeCaregivers.map(({ id }) => id).filter((id) => id !== holderId),
      sending: Object.fromEntries(pages.map(({ id }) => [id, 'sent'])),
    });
  }, [activeCaregivers, folded, holderId]);
  useEffect(() => () => setPagerStatus(NO_PAGER), []);
}

/** Writes what the simulated phones say, each at its time. This phone is played by hand. */
function usePhoneEvents(holderId: string | null): void {
  const { db, activeCaregivers, folded, tonight } = useHousehold();
  useEffect(() => {
    const now = readClock();
    const seed = currentGameDay()?.seed ?? 0;
    const timers = activeCaregivers.flatMap(({ id }) => {
      const toAnswer = id === holderId ? null : pageToAnswer(folded, tonight.allRunbooks, id);
      const event = toAnswer && nextOfPhone(toAnswer, seed, now);
      if (!event) return [];
      const speak = async () => {
        if (!(await isPlayedByHand(id))) await writeEvent(db, toAnswer, event);
      };
      return setTimeout(speak, Math.max(0, event.at - now));
    });
    return () => timers.forEach(clearTimeout);
  }, [db, activeCaregivers, folded, tonight, holderId]);
}

/** A phone whose word the storage refuses stays silent, as a phone with an empty battery does. */
async function writeEvent(db: InfernalDatabase, { open, page }: PageToAnswer, { kind, at }: PhoneEvent): Promise<void> {
  const { id: pageId, at: sentAt, to } = page.escalated;
  const place = { incidentId: open.incident.id, pageId, sentAt, now: laterOf(at, readClock()) };
  if (kind === 'delivered') await noteDelivered(db, { ...place, to });
  else await answerPage(db, { ...place, by: to, answer: kind });
}
