import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import { hasLogged } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { EndSharingChoice } from '../EndSharingChoice';
import { PreviousLogSection } from '../PreviousLogSection';
import { SaveBackupButton } from '../SaveBackupButton';
import styles from '../settings.module.css';
import { useEndSharing } from '../useEndSharing';
import { useEraseLog } from '../useEraseLog';
import { WholeLogProgress } from '../WholeLogProgress';

/**
 * Erases the log. The page says what goes and offers a backup first, and the erased log can be
 * brought back for a while.
 */
export function ErasePage() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  const [error, setError] = useState<string | null>(null);
  const { work, erase } = useEraseLog(setError);
  const sharing = useEndSharing();
  const eraseAll = async () => {
    if (!sharing.isShared || (await sharing.run())) await erase();
  };
  return (
    <SettingFrame title={t('backup.erase')}>
      <p>{t(isEmpty ? 'backup.nothingToErase' : 'backup.eraseText')}</p>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <PreviousLogSection />
      {!isEmpty && (
        <>
          <SaveBackupButton label={t('backup.preview.keepFirst')} />
          <EndSharingChoice question="eraseAll" sharing={sharing} />
          <Button className={styles.apart} disabled={sharing.isBusy || work.progress !== null} onClick={eraseAll}>
            {t('backup.doErase')}
          </Button>
        </>
      )}
      <WholeLogProgress work={work} />
    </SettingFrame>
  );
}
