import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, MINUTE_MS } from '@/lib/time';

/** The figures that describe a night; `downtime` is in minutes. */
export interface NightFacts {
  night: Day;
  observed: boolean;
  counted: number;
  downtime: number | null;
}

/** Returns a function that formats a night: `Mon 16 Nov: 4 wake-ups, 52 min awake`. */
export function useNightText(): (facts: NightFacts) => string {
  const { t } = useTranslation();
  const { format } = useHousehold();
  return ({ night, observed, counted, downtime }) => {
    const quiet = counted === 0 && (downtime ?? 0) === 0;
    const facts = !observed
      ? [t('nights.notLogged')]
      : quiet
        ? [t('nights.quietNight')]
        : [
            // Without a wake-up that counts, "0 wake-ups" would sound as if all had slept.
            ...(counted > 0 ? [t('nights.wakeUps', { count: counted })] : []),
            t('nights.awakeFor', { duration: format.duration((downtime ?? 0) * MINUTE_MS) }),
          ];
    return t('nights.raster.night', { night: format.day(night), says: facts.join(', ') });
  };
}
