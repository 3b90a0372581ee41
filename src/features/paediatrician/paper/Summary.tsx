import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import styles from './paper.module.css';
import { usePaperText } from './usePaperText';

/**
 * Four figures of the nights: three medians with the extreme value, and the nights without an
 * incident.
 */
export function Summary({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { formatMinutes, formatNumber } = usePaperText();
  const { wakeUps, awake, longestStretch, incidentFreeNights, freeNightsAwake, observedNights } = report;
  const median = t('paediatrician.median');
  const figures = [
    {
      name: t('paediatrician.wakeUps'),
      value: formatNumber(wakeUps.median),
      details: [median, t('paediatrician.max', { value: formatNumber(wakeUps.max) })],
    },
    {
      name: t('paediatrician.awake'),
      value: formatMinutes(awake.median),
      details: [median, t('paediatrician.max', { value: formatMinutes(awake.max) })],
    },
    {
      name: t('paediatrician.longest'),
      value: formatMinutes(longestStretch.median),
      details: [median, t('paediatrician.best', { value: formatMinutes(longestStretch.max) })],
    },
    {
      name: t('paediatrician.free'),
      value: t('paediatrician.ofNights', { count: incidentFreeNights, observed: observedNights }),
      details: [
        t('paediatrician.ofLogged'),
        ...(freeNightsAwake > 0 ? [t('paediatrician.freeAwake', { count: freeNightsAwake })] : []),
      ],
    },
  ];
  return (
    <dl className={styles.summary}>
      {figures.map(({ name, value, details }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            <span>{details.join(', ')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
