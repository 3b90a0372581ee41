import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import { beginSecondLog, joinLogs, openFirstLog } from '@/db/twoLogs';
import { downloadRawLog } from '@/hooks/downloadRawLog';
import { formatLostLog } from '@/hooks/formatLostLog';
import { useFirstLog } from '@/hooks/useFirstLog';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';
import { useSyncStatus } from '@/stores/sync';
import { BrokenRows } from '../BrokenRows';
import { RestoreFromFile } from '../RestoreFromFile';
import { usePersistence } from '../usePersistence';

/** Whether the log is well, and what can be done when it is gone or does not open. */
export function StoragePage() {
  const { t } = useTranslation();
  const { storageProblem, lostLog, isSecondLog } = useAppStatus();
  const isWell = !storageProblem && !lostLog && !isSecondLog;
  return (
    <SettingFrame title={t('storage.title')}>
      {storageProblem === 'cannotOpen' && <BrokenLog />}
      {storageProblem !== 'cannotOpen' && lostLog && <GoneLog />}
      {storageProblem !== 'cannotOpen' && isSecondLog && <SecondLog />}
      {isWell && <WellLog />}
      {storageProblem !== 'cannotOpen' && <BrokenRows />}
    </SettingFrame>
  );
}

/** The log that is here: where it is, and whether the browser promises to keep it. */
function WellLog() {
  const { t } = useTranslation();
  const persistence = usePersistence();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  return (
    <>
      <p>{t('storage.fine')}</p>
      <p>{t(isShared ? 'phones.shared.promise' : 'household.promise')}</p>
      {persistence && <p>{t(`household.storage.${persistence}`)}</p>}
    </>
  );
}

/** The log that does not open: try again, go on in a new one, or save what can be read. */
function BrokenLog() {
  const { t } = useTranslation();
  const [message, setMessage] = useState<string | null>(null);

  const goOn = async () => {
    if (await beginSecondLog(readClock())) location.reload();
    else setMessage(t('storage.notDone'));
  };
  const save = async () => {
    const first = await openFirstLog();
    const unreadableCount = first ? await downloadRawLog(first).catch(() => null) : null;
    first?.close();
    setMessage(
      unreadableCount === null ? t('storage.nothingReadable') : t('storage.saved', { count: unreadableCount }),
    );
  };

  return (
    <section className={form.section}>
      <p>{t('storage.trouble.cannotOpen')}</p>
      <p className={form.hint}>{t('storage.why.cannotOpen')}</p>
      <Button night onClick={() => location.reload()}>
        {t('storage.tryAgain')}
      </Button>
      <Button night variant="primary" onClick={goOn}>
        {t('storage.goOn')}
      </Button>
      <p className={form.hint}>{t('storage.goOnHint')}</p>
      <Button night onClick={save}>
        {t('storage.save')}
      </Button>
      {message && <p role="status">{message}</p>}
    </section>
  );
}

/** The log that is gone, as a whole or its end: restore a backup, or go on with what is here. */
function GoneLog() {
  const { t } = useTranslation();
  const { format, household } = useHousehold();
  const { lostLog, set } = useAppStatus();
  if (!lostLog) return null;
  return (
    <section className={form.section}>
      <p>{formatLostLog(lostLog, t, format, household.timeZone)}</p>
      <p className={form.hint}>{t(`storage.why.${lostLog.what}`)}</p>
      <RestoreFromFile label={t('storage.restore')} />
      <Button night onClick={() => set({ lostLog: null })}>
        {t('storage.accept')}
      </Button>
    </section>
  );
}

/** The second log: restore a backup into it, or join it with the first when that opens again. */
function SecondLog() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const first = useFirstLog();
  const [error, setError] = useState<string | null>(null);

  const join = async () => {
    if (!first) return;
    const joining = await joinLogs(db, first, readClock());
    if (joining.ok) location.reload();
    else setError(t(joining.why === 'contradiction' ? 'storage.contradiction' : 'storage.notDone'));
  };

  return (
    <section className={form.section}>
      <p>{t(first ? 'storage.firstIsBack' : 'storage.secondLog')}</p>
      <p className={form.hint}>{t('storage.why.second')}</p>
      {first && (
        <Button variant="primary" night onClick={join}>
          {t('storage.join')}
        </Button>
      )}
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <RestoreFromFile label={t('storage.restore')} />
    </section>
  );
}
