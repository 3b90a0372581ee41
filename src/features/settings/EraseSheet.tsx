import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { eraseLog } from '@/db/backup';
import { useHousehold } from '@/hooks/household';
import { writeOriginals } from '@/hooks/originalRunbooks';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { deviceTimeZone } from '@/lib/zone';
import { forgetDrafts } from '@/stores/draft';
import { useReviewPassed } from '@/stores/review';
import { useToasts } from '@/stores/toasts';
import { useBackup } from './useBackup';

/** The one thing in the app that removes rows. It can be taken back for a while, and a file is offered first. */
export function EraseSheet({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { t } = words;
  const { db } = useHousehold();
  const answer = useAnswer();
  const save = useBackup();
  const [error, setError] = useState<string | null>(null);

  const erase = async () => {
    const names = {
      child: t('common.firstNames.child'),
      caregivers: [t('common.firstNames.mum'), t('common.firstNames.dad')],
    } as const;
    const result = await eraseLog(db, { timeZone: deviceTimeZone(), names, now: readClock() });
    if (!answer(result, { said: () => null, refused: setError })) return;
    await writeOriginals(db, words);
    // What this device kept of the nights that are gone goes with them.
    forgetDrafts();
    useReviewPassed.getState().forget();
    useToasts.getState().say(t('backup.said.erased'));
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
      <Button onClick={save}>{t('backup.preview.keepFirst')}</Button>
      <Button look="primary" onClick={erase}>
        {t('backup.doErase')}
      </Button>
    </Sheet>
  );
}
