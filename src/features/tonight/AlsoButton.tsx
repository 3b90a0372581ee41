import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';

/* Not needed before the first tap, and kept for offline use like everything else. */
const AlsoSheet = lazy(() => import('./ChoreOrHealthSheet'));

/** The way to what has to be noted at night, and done by day. */
export function AlsoButton() {
  const { t } = useTranslation();
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
