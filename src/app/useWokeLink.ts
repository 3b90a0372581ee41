import { useCallback, useEffect } from 'react';
import { openIncident } from '@/db/incidents';
import { parseWokeLink, type WokeLink, wokeHash } from '@/domain/deepLink';
import { createDetected } from '@/domain/timeline/createEntry';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { MINUTE_MS } from '@/lib/time';
import { onLaunch } from '@/pwa/launchQueue';
import { leaveGameDay } from '@/stores/gameDay';
import { useToasts } from '@/stores/toasts';

/**
 * Within this time a link logs only once. A phone may be held to a sticker twice, and the browser
 * may restore a page.
 */
const SAME_LINK_MS = MINUTE_MS;

/**
 * Opens an incident for `#/woke` links: at the start, while the app runs, and from a shortcut of
 * the launcher.
 */
export function useWokeLink(): void {
  const { db, activeChildren, holder, format } = useHousehold();
  const { t } = useTranslation();
  const reportResult = useReportResult();

  const logFromLink = useCallback(
    async (link: WokeLink) => {
      // A link is about the real household, so it ends the GameDay.
      if (db.isGameDay) return leaveGameDay(wokeHash(link));
      const child =
        link.child === null
          ? activeChildren[0]
          : activeChildren.find(({ id, name }) => id === link.child || isSameName(name, link.child));
      if (!child) {
        useToasts.getState().showError(t('tonight.unknownLink', { child: link.child?.slice(0, 40) ?? '' }));
        return;
      }
      const now = readClock();
      const result = await openIncident(db, {
        incidentId: newId(),
        childId: child.id,
        detected: createDetected({ id: newId(), at: now, now }, holder?.id ?? null, 'shortcut'),
        now,
        sameWithinMs: SAME_LINK_MS,
      });
      if (!result.ok) return void reportResult(result, { message: () => null });
      const { opened, incident } = result.value;
      const state = foldTimeline(incident.timeline);
      const names = { child: child.name, time: format.time(state?.detectedAt ?? now) };
      const { showSuccess } = useToasts.getState();
      if (opened) showSuccess(t('tonight.toast.woke', names), result.value.undo);
      else showSuccess(t(state?.isOpen ? 'tonight.toast.wokeAlready' : 'tonight.toast.wokeBefore', names));
    },
    [db, activeChildren, holder, format, t, reportResult],
  );

  useEffect(() => {
    const followHash = () => {
      const link = parseWokeLink(location.hash);
      if (!link) return;
      // The link is removed from the address at once, so that a reload or "back" does not follow it
      // again.
      history.replaceState(null, '', '#/');
      dispatchEvent(new HashChangeEvent('hashchange'));
      logFromLink(link);
    };
    followHash();
    addEventListener('hashchange', followHash);
    onLaunch((url) => {
      const link = parseWokeLink(url.hash);
      if (link) logFromLink(link);
      // Any other link, such as a shared runbook, shows its screen, as it would in a new tab.
      else if (url.hash) location.hash = url.hash;
    });
    return () => removeEventListener('hashchange', followHash);
  }, [logFromLink]);
}

/** Compares two names without regard to capital letters and accents. */
const isSameName = (name: string, askedName: string | null): boolean =>
  askedName !== null && name.localeCompare(askedName, undefined, { sensitivity: 'base' }) === 0;
