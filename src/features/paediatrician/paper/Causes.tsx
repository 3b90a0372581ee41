import type { CSSProperties } from 'react';
import { useWords } from '@/i18n/language';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { cutTo, linesOfAll } from './fit';
import { List } from './List';
import styles from './paper.module.css';

/** What the parents thought it was, the most frequent first; what nobody noted comes last. */
export function Causes({ causes, lines }: { causes: Report['causes']; lines: number }) {
  const { t } = useWords();
  const isKnown = (cause: string) => Number(cause !== 'unknown');
  const all = (Object.entries(causes) as [keyof typeof causes, number][]).sort(
    ([a, more], [b, less]) => isKnown(b) - isKnown(a) || less - more,
  );
  const most = Math.max(...all.map(([, count]) => count));
  const { shown, left } = cutTo(all, lines);
  return (
    <List title={t('paediatrician.causes')} isEmpty={all.length === 0} left={linesOfAll(left, ([, count]) => count)}>
      {shown.map(([cause, count]) => (
        <li key={cause} className={styles.cause}>
          <span className={styles.name}>{t(`paediatrician.cause.${cause}`)}</span>
          <span className={styles.track}>
            <span style={{ '--part': count / most } as CSSProperties} />
          </span>
          <span>{count}</span>
        </li>
      ))}
    </List>
  );
}
