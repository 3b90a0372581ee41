import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import type { RestoreMode, RestorePreview } from '@/db/backup';
import type { BackupRefusal } from '@/domain/backup';
import type { BackupContent } from '@/domain/backupContent';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';
import { BackupSummary } from './BackupSummary';
import { EndSharingChoice } from './EndSharingChoice';
import { SaveBackupButton } from './SaveBackupButton';
import { useBackupRefusalText } from './useBackupRefusalText';
import { useEndSharing } from './useEndSharing';
import type { WholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

/** What the screen knows of a backup; its rows are in the worker. */
export interface OpenBackup {
  content: BackupContent;
  preview: RestorePreview;
}

interface RestoreSheetProps {
  backup: OpenBackup;
  /** The work that opened the backup. */
  work: WholeLog;
  /** Closes the sheet and the work: a restore that is not yet committed is cancelled. */
  onClose: () => void;
}

/**
 * The sheet of a backup that was picked: its content, what a restore would change, and the choice
 * between merging and replacing.
 */
export function RestoreSheet({ backup: { content, preview }, work, onClose }: RestoreSheetProps) {
  const { t } = useTranslation();
  const reportResult = useReportResult();
  const formatRefusal = useBackupRefusalText();
  const [chosenMode, setChosenMode] = useState<RestoreMode>('merge');
  const [refusal, setRefusal] = useState<BackupRefusal | null>(null);
  const [error, setError] = useState<string | null>(null);

  const mode = preview.isLogEmpty ? 'replace' : chosenMode;
  const shownRefusal = refusal ?? (mode === 'merge' ? preview.mergeRefusal : null);
  const sharing = useEndSharing();
  const isReplacing = mode === 'replace' && !preview.isLogEmpty;
  const isRestoring = sharing.isBusy || work.progress !== null;

  const restore = async () => {
    setError(null);
    if (isReplacing && sharing.isShared && !(await sharing.run())) return;
    const outcome = await work.run('restoreBackup', { mode, now: readClock() });
    if ('cancelled' in outcome) return;
    if (!outcome.ok) return void reportResult(outcome, { message: () => null, onRefused: setError });
    if (!outcome.value.ok) return setRefusal(outcome.value.refusal);
    // Whatever was lost before: this is the log from here on.
    useAppStatus.getState().set({ lostLog: null });
    useToasts.getState().showSuccess(t('backup.toast.restored'));
    onClose();
  };

  return (
    <Sheet title={t('backup.preview.title')} onClose={onClose}>
      <BackupSummary content={content} />
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
      {isReplacing && (
        <>
          <EndSharingChoice question="restore" sharing={sharing} />
          <p className={form.hint}>{t('backup.preview.kept')}</p>
          <SaveBackupButton disabled={isRestoring} label={t('backup.preview.keepFirst')} />
        </>
      )}
      {(shownRefusal || error) && (
        <p role="alert" className={controls.error}>
          {shownRefusal ? formatRefusal(shownRefusal) : error}
        </p>
      )}
      <Button variant="primary" disabled={isRestoring || Boolean(shownRefusal)} onClick={restore}>
        {t(mode === 'merge' ? 'backup.preview.doMerge' : 'backup.preview.doReplace')}
      </Button>
      <WholeLogProgress work={work} />
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
