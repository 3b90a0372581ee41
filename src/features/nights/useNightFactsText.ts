import type { NightSummary } from '@/domain/nightSummary';
import { useHousehold } from '@/hooks/useHousehold';
import { formatTimeOn } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';

/** Returns a function that says a night in a few words: "2 wake-ups · 41 min awake". */
export function useNightFactsText() {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  return ({ night, wakeUps, falseAlarms, awakeMs, awakeSince, observed }: NightSummary): string => {
    if (!observed) return t('nights.notLogged');
    if (wakeUps === 0 && awakeSince === null)
      return falseAlarms > 0 ? t('nights.falseAlarms', { count: falseAlarms }) : t('nights.quietNight');
    // Without a wake-up of its own, "0 wake-ups" would sound as if all had slept.
    const first =
      wakeUps === 0 && awakeSince !== null
        ? t('nights.awakeNow', { time: formatTimeOn(night, awakeSince, format, household) })
        : t('nights.wakeUps', { count: wakeUps });
    return [first, t('nights.awakeFor', { duration: format.duration(awakeMs) })].join(' · ');
  };
}
