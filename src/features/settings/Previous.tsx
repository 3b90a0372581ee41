import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { bringBackPrevious, readPrevious } from '@/db/previous';
import { rawFile } from '@/db/rescue';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { giveFile } from '@/pwa/giveFile';
import styles from './settings.module.css';

/** The log that a restore or an erasure replaced, while it is still kept. */
export function Previous() {
  const { t } = useWords();
  const { db, household, format } = useHousehold();
  const answer = useAnswer();
  const [busy, setBusy] = useState(false);
  const previous = useLiveQuery(() => readPrevious(db), [db]);
  if (!previous) return null;
  const { day } = wallClockAt(previous.replacedAt, household.timeZone);

  const bringBack = async () => {
    // It changes places with the log that is here: a second tap would change them back.
    setBusy(true);
    const result = await bringBackPrevious(db, { now: readClock() });
    setBusy(false);
    answer(result, { said: () => t('backup.said.broughtBack') });
  };
  return (
    <div className={styles.broken}>
      <p>{t('backup.previous.text', { day: format.day(day), time: format.time(previous.replacedAt) })}</p>
      <div className={form.two}>
        <Button disabled={busy} onClick={bringBack}>
          {t('backup.previous.bringBack')}
        </Button>
        <Button
          onClick={() =>
            giveFile(`infernalops-${day}-before.json`, JSON.stringify(rawFile(previous.tables, previous.replacedAt)))
          }
        >
          {t('backup.previous.save')}
        </Button>
      </div>
    </div>
  );
}
