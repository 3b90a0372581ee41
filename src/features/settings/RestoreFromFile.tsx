import { useState } from 'react';
import { FileButton } from '@/components/FileButton';
import { type OpenBackup, RestoreSheet } from './RestoreSheet';
import { reportUnreadable } from './reportUnreadable';
import { useBackupRefusalText } from './useBackupRefusalText';
import { useWholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

/** The button that picks a backup, and the sheet that restores it. */
export function RestoreFromFile({ label }: { label: string }) {
  const work = useWholeLog();
  const formatRefusal = useBackupRefusalText();
  const [restoring, setRestoring] = useState<OpenBackup | null>(null);

  const read = async (file: File): Promise<string | null> => {
    // A file that is still being read gives way to the one that was picked now.
    work.close();
    const outcome = await work.run('openBackup', { file });
    if (!outcome.ok) reportUnreadable(outcome);
    else if (!outcome.value.ok) return formatRefusal(outcome.value.refusal);
    else setRestoring(outcome.value);
    return null;
  };
  const close = () => {
    work.close();
    setRestoring(null);
  };

  return (
    <>
      <FileButton label={label} onFile={read} />
      {!restoring && <WholeLogProgress work={work} />}
      {restoring && <RestoreSheet backup={restoring} work={work} onClose={close} />}
    </>
  );
}
