import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './settings.module.css';
import type { WholeLog } from './useWholeLog';

/**
 * How far the work with the whole log is, with a button that cancels it as long as that is
 * possible. Nothing while there is no work.
 */
export function WholeLogProgress({ work: { progress, cancel } }: { work: WholeLog }) {
  const { t } = useTranslation();
  if (!progress) return null;
  const sentence = t(`backup.progress.${progress.stage}`);
  return (
    <div className={styles.notice}>
      <p aria-live="polite">{sentence}</p>
      <progress className={styles.progress} aria-label={sentence} value={progress.fraction ?? undefined} />
      {progress.stage !== 'finish' && (
        <Button variant="quiet" onClick={cancel}>
          {t('backup.progress.cancel')}
        </Button>
      )}
    </div>
  );
}
