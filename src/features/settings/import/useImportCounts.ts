import { useTranslation } from '@/i18n/useTranslation';

interface Counts {
  wakeUps: number;
  observations: number;
  nights: number;
}

/** Returns a function that formats how much an import brought: "12 wake-ups, 3 nights". */
export function useImportCounts(): (counts: Counts) => string {
  const { t, locale } = useTranslation();
  const list = new Intl.ListFormat(locale, { style: 'short', type: 'unit' });
  return ({ wakeUps, observations, nights }) =>
    list.format(
      [
        wakeUps > 0 && t('importing.preview.wakeUps', { count: wakeUps }),
        observations > 0 && t('importing.preview.observations', { count: observations }),
        nights > 0 && t('importing.preview.nightsHere', { count: nights }),
      ].filter((part) => part !== false),
    );
}
