import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/Button';
import { useWords } from '@/i18n/language';
import styles from './Tonight.module.css';

/* Not needed before the first tap, and kept for offline use like everything else. */
const AlsoSheet = lazy(() => import('./AlsoSheet'));

/** The way to what has to be noted at night, and done by day. */
export function Also() {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button night className={styles.also} onClick={() => setOpened(true)}>
        {t('tonight.also')}
      </Button>
      {opened && (
        <Suspense>
          <AlsoSheet onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
