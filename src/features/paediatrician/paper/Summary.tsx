import { useWords } from '@/i18n/language';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { usePaperWords } from './usePaperWords';

/** Four figures of the nights: the one in the middle, and how far it goes. */
export function Summary({ report }: { report: Report }) {
  const { t } = useWords();
  const { minutes, number } = usePaperWords();
  const { wakeUps, awake, longestStretch, freeNights, observedNights } = report;
  const median = t('paediatrician.median');
  const figures = [
    {
      name: t('paediatrician.wakeUps'),
      value: number(wakeUps.median),
      says: [median, t('paediatrician.max', { value: number(wakeUps.most) })],
    },
    {
      name: t('paediatrician.awake'),
      value: minutes(awake.median),
      says: [median, t('paediatrician.max', { value: minutes(awake.most) })],
    },
    {
      name: t('paediatrician.longest'),
      value: minutes(longestStretch.median),
      says: [median, t('paediatrician.best', { value: minutes(longestStretch.most) })],
    },
    {
      name: t('paediatrician.free'),
      value: t('paediatrician.ofNights', { count: freeNights, observed: observedNights }),
      says: [t('paediatrician.ofLogged')],
    },
  ];
  return (
    <dl className={styles.summary}>
      {figures.map(({ name, value, says }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{says.join(', ')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
