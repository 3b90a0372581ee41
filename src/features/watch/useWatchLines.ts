import { onCallOf } from '@/domain/rota';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { useWatch } from '@/stores/watch';
import { lastPageEnd } from './pageEnd';
import { useBatteryText } from './useBatteryText';
import { useContactText } from './useContactText';
import type { WatchLine } from './Watch';
import { watchDuty } from './watchDuty';

interface LineOptions {
  now: Instant;
  /** The incident in which nobody can page this phone any more; null if there is none. */
  lostIncident: FoldedIncident | null;
  isHolderUp: boolean;
}

/** Returns what the watch says below its clock, the most important first. */
export function useWatchLines({ now, lostIncident, isHolderUp }: LineOptions): WatchLine[] {
  const { t } = useTranslation();
  const { caregivers, children } = useHousehold();
  const hasSound = useWatch((watch) => watch.hasSound);
  const formatDuty = useDutyText();
  const contact = useContactText();
  const battery = useBatteryText();
  const pageEnd = usePageEnd(now);
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((row) => row.id === id)?.name ?? t('common.somebody');

  const duty = formatDuty(now);
  const lines: (WatchLine | null)[] = [
    lostIncident && {
      about: 'lost',
      text: t('watch.lostAwake', { child: nameOf(children, lostIncident.incident.childId) }),
      isTold: true,
    },
    isHolderUp ? { about: 'page', text: t('watch.isUp'), isTold: true } : formatEnd(),
    duty,
    hasSound ? null : { about: 'sound', text: t('watch.noSound'), isTold: true },
    // What is said of the lost network says this already.
    contact === null || lostIncident ? null : { about: 'contact', text: contact },
    battery === null ? null : { about: 'battery', text: battery },
  ];
  return lines.filter((line) => line !== null);

  function formatEnd(): WatchLine | null {
    const text = pageEnd && formatPageEnd(pageEnd);
    return text ? { about: 'page', text, isTold: true } : null;
  }

  function formatPageEnd({ kind, childId, otherId }: NonNullable<typeof pageEnd>): string | null {
    const name = otherId === null ? null : nameOf(caregivers, otherId);
    switch (kind) {
      case 'up':
        return null;
      case 'takenBack':
        return t('watch.takenBack', { child: nameOf(children, childId) });
      case 'somebodyElse':
        return t('watch.somebodyElse', { name: name ?? t('common.somebody') });
      default:
        return name === null
          ? t(kind === 'declined' ? 'watch.declined' : 'watch.silent')
          : t('watch.wokenInstead', { name });
    }
  }
}

function usePageEnd(now: Instant) {
  const { folded, tonight, holder } = useHousehold();
  return holder && lastPageEnd({ folded, runbooks: tonight.runbooks, caregiverId: holder.id, now });
}

/** Returns a function that formats who has the watch by the rota, or what a hand-over means. */
function useDutyText(): (now: Instant) => WatchLine | null {
  const { t } = useTranslation();
  const { household, activeCaregivers, holder, format, tonight } = useHousehold();
  const { night, nightRow } = tonight;
  return (now) => {
    const shift = onCallOf({ night, row: nightRow }, household);
    const { onDuty, until, told } = watchDuty({ shift, night, zone: household, holderId: holder?.id ?? null, now });
    const name = activeCaregivers.find(({ id }) => id === onDuty)?.name;
    const line = (text: string, isTold: boolean): WatchLine => ({ about: 'duty', text, isTold });
    const time = format.time(now);
    if (told === 'takenOver') return line(t('watch.takenOver'), true);
    if (told === 'handedOver')
      return line(name ? t('watch.handedOver', { time, name }) : t('watch.handedToNobody', { time }), true);
    if (!name || onDuty === holder?.id) return null;
    return line(
      until === null ? t('watch.has', { name }) : t('watch.hasUntil', { name, time: format.time(until) }),
      false,
    );
  };
}
