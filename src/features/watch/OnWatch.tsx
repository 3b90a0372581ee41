import { useEffect } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { MINUTE_MS, SECOND_MS } from '@/lib/time';
import { holdWakeLock } from '@/pwa/wakeLock';
import { setWatch } from '@/stores/watch';
import { clockPlace } from './clockPlace';
import { openWhenLost } from './lostContact';
import { useLostAlarm, useLostSince } from './useLostNetwork';
import { type PageCallState, usePageCall } from './usePageCall';
import { useReply } from './useReply';
import { useSound } from './useSound';
import { useTellHandover } from './useTellHandover';
import { useWatchLines } from './useWatchLines';
import { Watch, type WatchProps } from './Watch';
import { watchAlarm } from './watchAlarm';

/** The watch while it goes on: it keeps the screen lit. The app rings when its holder is paged. */
export function OnWatch() {
  const { t } = useTranslation();
  const { folded, holder, format } = useHousehold();
  const lostAt = useLostSince();
  // Once a minute is enough for a clock, and costs no battery. The time is read at each change of
  // the log, too: a page that has just come is not from before the last minute.
  const now = readClock();
  const page = usePageCall(now);
  useNow(page?.leftMs != null || openWhenLost(folded, lostAt) ? SECOND_MS : MINUTE_MS);
  const lostIncident = useLostAlarm(lostAt, now);
  const isHolderUp = holder !== null && folded.some(({ state }) => state.caregiversUp.includes(holder.id));
  const lines = useWatchLines({ now, lostIncident, isHolderUp });
  const pageProps = usePageProps(page);
  useTellHandover(now);
  useSound();
  useEffect(holdWakeLock, []);
  usePage(t('watch.title'));

  const end = () => {
    watchAlarm.stop();
    setWatch({ isOn: false });
  };
  return (
    <Watch
      clock={format.time(now)}
      place={clockPlace(now)}
      holderName={holder?.name ?? null}
      lines={lines}
      page={pageProps}
      isHolderUp={isHolderUp}
      onEnd={end}
    />
  );
}

function usePageProps(page: PageCallState | null): WatchProps['page'] {
  const { t } = useTranslation();
  const { children, caregivers, holder, format } = useHousehold();
  const onReply = useReply();
  if (!page) return null;
  const { call, leftMs } = page;
  const { incident, state } = call.open;
  // Whoever is up with the child pages; else whoever said that it woke.
  const pagers = [...state.caregiversUp, state.detected.by].filter((id) => id !== holder?.id);
  return {
    childName: children.find(({ id }) => id === incident.childId)?.name ?? t('common.somebody'),
    wokeAt: format.time(state.awakeSince),
    pagedBy: caregivers.find(({ id }) => id === pagers.find(Boolean))?.name ?? null,
    level: call.page.escalated.level,
    // What counts down is rounded up: it says 1 until the time is over.
    secondsLeft: leftMs === null ? null : Math.ceil(leftMs / SECOND_MS),
    onReply: (reply) => onReply(call, reply),
  };
}
