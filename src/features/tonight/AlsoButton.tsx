import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';

/*
 * The sheet is not needed before the first tap, so it is a chunk of its own. It is kept for offline
 * use like everything else.
 */
const ChoreOrHealthSheet = lazy(() => import('./ChoreOrHealthSheet'));

/**
 * A button that opens the notes that can be made at night and dealt with by day: a chore, a
 * temperature, a medicine.
 */
export function AlsoButton() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button night onClick={() => setOpened(true)}>
        {t('tonight.also')}
      </Button>
      {opened && (
        <Suspense>
          <ChoreOrHealthSheet onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
