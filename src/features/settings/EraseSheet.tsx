import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { writeOriginalRunbooks } from '@/hooks/originalRunbooks';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/deviceZone';
import { useClockMemory } from '@/stores/clockMemory';
import { clearDrafts } from '@/stores/draft';
import { useReviewSkips } from '@/stores/review';
import { useToasts } from '@/stores/toasts';
import { SaveBackupButton } from './SaveBackupButton';
import { useWholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

/**
 * The sheet that erases the log, the only command in the app that removes rows. It offers a backup
 * first, and the erased log can be brought back for a while.
 */
export function EraseSheet({ onClose }: { onClose: () => void }) {
  const words = useTranslation();
  const { t } = words;
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const work = useWholeLog();
  const [error, setError] = useState<string | null>(null);

  const erase = async () => {
    const names = {
      child: t('common.firstNames.child'),
      caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
    } as const;
    const outcome = await work.run('eraseLog', { timeZone: deviceTimeZone(), names, now: readClock() });
    if ('cancelled' in outcome) return;
    if (!reportResult(outcome, { message: () => null, onRefused: setError })) return;
    await writeOriginalRunbooks(db, words);
    // Drafts and skipped questions on this device belong to the erased nights.
    clearDrafts();
    useReviewSkips.getState().clear();
    useClockMemory.getState().clear();
    useToasts.getState().showSuccess(t('backup.toast.erased'));
    onClose();
  };

  return (
    <Sheet title={t('backup.eraseTitle')} onClose={onClose}>
      <p>{t('backup.eraseText')}</p>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <SaveBackupButton label={t('backup.preview.keepFirst')} />
      <Button variant="primary" disabled={work.progress !== null} onClick={erase}>
        {t('backup.doErase')}
      </Button>
      <WholeLogProgress work={work} />
    </Sheet>
  );
}
