import { useRef } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { FileProblem } from '@/importers/files/source';
import styles from './import.module.css';

interface ChooseFilesProps {
  problem: FileProblem | 'unread' | null;
  onFiles: (files: readonly File[]) => void;
}

/** Asks for the files of another tracker, and says why those before were refused. */
export function ChooseFiles({ problem, onFiles }: ChooseFilesProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className={form.form}>
      <Button variant="primary" onClick={() => picker.current?.click()}>
        {t('importing.choose')}
      </Button>
      {/* Any file may be chosen: phones know many of these files by no type. */}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={t('importing.choose')}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // Without this, the browser reports no change when the same files are chosen again.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      {problem && (
        <p role="alert" className={controls.error}>
          {problem === 'unread' ? t('importing.unread') : formatProblem(problem)} {t('importing.unchanged')}
        </p>
      )}
      <p className={form.hint}>
        {t('importing.together')} <span className={styles.forPointer}>{t('importing.drop')}</span>
      </p>
    </div>
  );

  function formatProblem({ code, ...values }: FileProblem): string {
    return t(`importing.refused.${code}`, values);
  }
}
