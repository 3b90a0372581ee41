import Check from 'lucide-react/icons/check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Minus from 'lucide-react/icons/minus';
import form from '@/components/form.module.css';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { SECOND_MS } from '@/lib/time';
import { type PagerTest, reportTest } from '@/sync/pager/testPager';
import styles from './phones.module.css';

/** How far a test of the pager got, part by part, and what helps where it did not arrive. */
export function TestReportCard({ name, test }: { name: string; test: PagerTest }) {
  const { t } = useTranslation();
  const { parts, advice } = reportTest(test, useNow(SECOND_MS));
  const isFine = parts.at(-1)?.state === 'arrived';
  return (
    <>
      <ul className={styles.way} aria-label={t('pager.test.way', { name })}>
        {parts.map(({ part, state }) => {
          const Icon = state === 'arrived' ? Check : state === 'waiting' ? Ellipsis : Minus;
          return (
            <li key={part} className={state === 'arrived' ? undefined : styles.pending}>
              <Icon aria-hidden="true" size={20} />
              <span>{t(`pager.test.part.${part}`)}</span> <span>{t(`pager.test.state.${state}`)}</span>
            </li>
          );
        })}
      </ul>
      <div role="status" className={advice || isFine ? styles.steps : 'visually-hidden'}>
        {isFine && <p>{t('pager.test.fine')}</p>}
        {advice && (
          <>
            <p className={form.hint}>{t(`pager.test.advice.${advice}.android`)}</p>
            <p className={form.hint}>{t(`pager.test.advice.${advice}.iphone`)}</p>
          </>
        )}
      </div>
    </>
  );
}
