import { Button } from '@/components/Button';
import { useSaveBackup } from './useSaveBackup';
import { useWholeLog } from './useWholeLog';
import { WholeLogProgress } from './WholeLogProgress';

interface SaveBackupButtonProps {
  label: string;
  variant?: 'plain' | 'primary';
  disabled?: boolean;
}

/** The button that saves the log as a file, and how far that is. */
export function SaveBackupButton({ label, variant = 'plain', disabled = false }: SaveBackupButtonProps) {
  const work = useWholeLog();
  const save = useSaveBackup(work);
  return (
    <>
      <Button variant={variant} disabled={disabled || work.progress !== null} onClick={save}>
        {label}
      </Button>
      <WholeLogProgress work={work} />
    </>
  );
}
