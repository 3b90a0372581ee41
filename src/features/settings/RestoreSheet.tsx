import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { previewRestore, type RestoreMode, type RestorePreview, restoreLog } from '@/db/backup';
import { failureOf } from '@/db/failure';
import type { Backup, BackupRefusal } from '@/domain/backup';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { InTheFile } from './InTheFile';
import { useBackup } from './useBackup';
import { useBackupRefusal } from './useBackupRefusal';

interface RestoreSheetProps {
  backup: Backup;
  onClose: () => void;
}

/** What is in a backup and what it would change, and then: merge, or replace. */
export function RestoreSheet({ backup, onClose }: RestoreSheetProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const save = useBackup();
  const refusalText = useBackupRefusal();
  const [preview, setPreview] = useState<RestorePreview | null>(null);
  const [chosen, setMode] = useState<RestoreMode>('merge');
  const [refusal, setRefusal] = useState<BackupRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    previewRestore(db, backup, readClock()).then(setPreview, (failed: unknown) => {
      useStatus.getState().set({ trouble: failureOf(failed) });
    });
  }, [db, backup]);

  const mode = preview?.hereIsEmpty ? 'replace' : chosen;
  const stands = refusal ?? (mode === 'merge' ? preview?.mergeRefusal : null);

  const restore = async () => {
    // A second tap would keep what the first one put there, in the place of what was there before.
    setBusy(true);
    const result = await restoreLog(db, { log: backup.log, mode, now: readClock() });
    setBusy(false);
    if (!result.ok) return void answer(result, { said: () => null, refused: setError });
    if (!result.value.ok) return setRefusal(result.value.refusal);
    useToasts.getState().say(t('backup.said.restored'));
    onClose();
  };

  return (
    <Sheet title={t('backup.preview.title')} onClose={onClose}>
      <InTheFile backup={backup} />
      {preview && (
        <>
          {!preview.hereIsEmpty && (
            <Choice
              label={t('backup.preview.mode')}
              options={(['merge', 'replace'] as const).map((value) => ({ value, label: t(`backup.preview.${value}`) }))}
              value={mode}
              onPick={(value) => {
                setMode(value);
                setRefusal(null);
              }}
            />
          )}
          <p>{told(preview)}</p>
          {mode === 'replace' && !preview.hereIsEmpty && (
            <>
              <p className={form.hint}>{t('backup.preview.kept')}</p>
              <Button onClick={save}>{t('backup.preview.keepFirst')}</Button>
            </>
          )}
          {(stands || error) && (
            <p role="alert" className={controls.error}>
              {stands ? refusalText(stands) : error}
            </p>
          )}
          <Button look="primary" disabled={busy || Boolean(stands)} onClick={restore}>
            {t(mode === 'merge' ? 'backup.preview.doMerge' : 'backup.preview.doReplace')}
          </Button>
        </>
      )}
    </Sheet>
  );

  function told({ hereIsEmpty, counts, onlyHere }: RestorePreview): string {
    if (hereIsEmpty) return t('backup.preview.emptyText');
    if (mode === 'replace') return t('backup.preview.replaceText', { onlyHere });
    const all = Object.values(counts);
    const sum = (of: 'added' | 'changed') => all.reduce((total, table) => total + table[of], 0);
    const [added, changed] = [sum('added'), sum('changed')];
    return added + changed === 0 ? t('backup.preview.sameText') : t('backup.preview.mergeText', { added, changed });
  }
}
