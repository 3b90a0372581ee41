import { useId } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './postmortem.module.css';
import { usePostmortemDraft } from './usePostmortemDraft';

interface PostmortemEditorProps {
  night: Day;
  /** What is read now, and what of it is stored. */
  text: string;
  stored: string;
  onDone: () => void;
}

/** The whole text, as it is typed. What is stored beside it is not shown: nobody has to be careful. */
export function PostmortemEditor({ night, text, stored, onDone }: PostmortemEditorProps) {
  const { t } = useTranslation();
  const { typed, setTyped, error, save } = usePostmortemDraft(night, { text, stored });
  const id = useId();
  const done = async () => {
    if (await save()) onDone();
  };
  return (
    <div className={styles.editor}>
      <div className={styles.toolbar}>
        <label htmlFor={id}>{t('postmortem.editLabel')}</label>
        <Button variant="primary" onClick={done}>
          {t('postmortem.done')}
        </Button>
      </div>
      <p id={`${id}-error`} role="alert" className={controls.error} hidden={error === null}>
        {error}
      </p>
      <textarea
        id={id}
        className={controls.input}
        value={typed}
        aria-invalid={error !== null}
        aria-describedby={`${id}-hint ${id}-error`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p id={`${id}-hint`} className={controls.hint}>
        {t('postmortem.editHint')}
      </p>
    </div>
  );
}
