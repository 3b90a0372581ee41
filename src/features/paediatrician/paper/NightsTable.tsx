import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { NightFigures } from '@/metrics/nights';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/** Splits the nights into two tables side by side: 28 rows in one table would fill the page. */
const halvesOf = (nights: readonly NightFigures[]): (readonly NightFigures[])[] => {
  const middle = Math.ceil(nights.length / 2);
  return [nights.slice(0, middle), nights.slice(middle)].filter(({ length }) => length > 0);
};

/** Returns how many lines the table takes, without its header. */
export const tableLines = (nights: readonly NightFigures[]): number => halvesOf(nights)[0]?.length ?? 0;

/** The figures of each night. The table also says in text what the chart on page one shows. */
export function NightsTable({ nights }: { nights: readonly NightFigures[] }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatMinutes, formatNumber } = usePaperText();
  return (
    <section className={styles.section}>
      <h3>{t('paediatrician.nights')}</h3>
      <div className={styles.halves}>
        {halvesOf(nights).map((half) => (
          <table key={half[0]?.night} aria-label={t('paediatrician.nights')}>
            <thead>
              <tr>
                <th scope="col">{t('paediatrician.table.night')}</th>
                <th scope="col">{t('paediatrician.table.wakeUps')}</th>
                <th scope="col">{t('paediatrician.table.awake')}</th>
                <th scope="col">{t('paediatrician.table.longest')}</th>
              </tr>
            </thead>
            <tbody>
              {half.map(({ night, observed, counted, downtime, longestStretch }) => (
                <tr key={night}>
                  <th scope="row">{format.day(night)}</th>
                  {observed ? (
                    <>
                      <td>{formatNumber(counted)}</td>
                      <td>{formatMinutes(downtime)}</td>
                      <td>{formatMinutes(longestStretch)}</td>
                    </>
                  ) : (
                    <td colSpan={3} className={styles.unknown}>
                      {t('paediatrician.notLogged')}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
