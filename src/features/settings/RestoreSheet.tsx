import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { previewRestore, type RestoreMode, type RestorePreview, restoreLog } from '@/db/backup';
import { failureOf } from '@/db/failure';
import type { Backup, BackupRefusal } from '@/domain/backup';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { BackupSummary } from './BackupSummary';
import { useBackupRefusalText } from './useBackupRefusalText';
import { useSaveBackup } from './useSaveBackup';

interface RestoreSheetProps {
  backup: Backup;
  onClose: () => void;
}

/**
 * The sheet of a backup that was picked: its content, what a restore would change, and the choice
 * between merging and replacing.
 */
export function RestoreSheet({ backup, onClose }: RestoreSheetProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const save = useSaveBackup();
  const formatRefusal = useBackupRefusalText();
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [chosenMode, setChosenMode] = useState<RestoreMode>('merge');
  const [refusal, setRefusal] = useState<BackupRefusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    previewRestore(db, backup).then(setPreview, (failed: unknown) => {
      useAppStatus.getState().set({ storageProblem: failureOf(failed) });
    });
  }, [db, backup]);

  const mode = preview?.isLogEmpty ? 'replace' : chosenMode;
  const shownRefusal = refusal ?? (mode === 'merge' ? preview?.mergeRefusal : null);

  const restore = async () => {
    // A second tap would replace the kept previous log with the log that the first tap restored.
    setBusy(true);
    const result = await restoreLog(db, { log: backup.log, mode, now: readClock() });
    setBusy(false);
    if (!result.ok) return void reportResult(result, { message: () => null, onRefused: setError });
    if (!result.value.ok) return setRefusal(result.value.refusal);
    useToasts.getState().showSuccess(t('backup.toast.restored'));
    onClose();
  };

  return (
    <Sheet title={t('backup.preview.title')} onClose={onClose}>
      <BackupSummary backup={backup} />
      {preview && (
        <>
          {!preview.isLogEmpty && (
            <Choice
              label={t('backup.preview.mode')}
              options={(['merge', 'replace'] as const).map((value) => ({ value, label: t(`backup.preview.${value}`) }))}
              value={mode}
              onPick={(value) => {
                setChosenMode(value);
                setRefusal(null);
              }}
            />
          )}
          <p>{formatChanges(preview)}</p>
          {mode === 'replace' && !preview.isLogEmpty && (
            <>
              <p className={form.hint}>{t('backup.preview.kept')}</p>
              <Button onClick={save}>{t('backup.preview.keepFirst')}</Button>
            </>
          )}
          {(shownRefusal || error) && (
            <p role="alert" className={controls.error}>
              {shownRefusal ? formatRefusal(shownRefusal) : error}
            </p>
          )}
          <Button variant="primary" disabled={isBusy || Boolean(shownRefusal)} onClick={restore}>
            {t(mode === 'merge' ? 'backup.preview.doMerge' : 'backup.preview.doReplace')}
          </Button>
        </>
      )}
    </Sheet>
  );

  function formatChanges({ isLogEmpty, counts, incidentsOnlyHere }: RestorePreview): string {
    if (isLogEmpty) return t('backup.preview.emptyText');
    if (mode === 'replace') return t('backup.preview.replaceText', { onlyHere: incidentsOnlyHere });
    const all = Object.values(counts);
    const sum = (of: 'added' | 'changed') => all.reduce((total, table) => total + table[of], 0);
    const [added, changed] = [sum('added'), sum('changed')];
    return added + changed === 0 ? t('backup.preview.sameText') : t('backup.preview.mergeText', { added, changed });
  }
}
