import type { CSSProperties } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { countLines, cutToLines } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';

/**
 * The causes that the parents noted, the most frequent first, and last the wake-ups without one.
 */
export function Causes({ causes, lines }: { causes: Report['causes']; lines: number }) {
  const { t } = useTranslation();
  // An unknown cause ranks 0 and every other one 1, so it comes last whatever its count.
  const knownRank = (cause: string) => Number(cause !== 'unknown');
  const sortedCauses = (Object.entries(causes) as [keyof typeof causes, number][]).sort(
    ([a, countOfA], [b, countOfB]) => knownRank(b) - knownRank(a) || countOfB - countOfA,
  );
  const maxCount = Math.max(...sortedCauses.map(([, count]) => count));
  const { shown, omitted } = cutToLines(sortedCauses, lines);
  return (
    <ReportList
      title={t('paediatrician.causes')}
      isEmpty={sortedCauses.length === 0}
      omittedCount={countLines(omitted, ([, count]) => count)}
    >
      {shown.map(([cause, count]) => (
        <li key={cause} className={styles.cause}>
          <span className={styles.name}>{t(`paediatrician.cause.${cause}`)}</span>
          <span className={styles.track}>
            <span style={{ '--part': count / maxCount } as CSSProperties} />
          </span>
          <span>{count}</span>
        </li>
      ))}
    </ReportList>
  );
}
