import { useId } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import styles from './postmortem.module.css';
import { usePostmortemDraft } from './usePostmortemDraft';

interface PostmortemEditorProps {
  night: Day;
  /** The text that is edited: the stored text, or the generated one when nothing is stored. */
  text: string;
  stored: string;
  onDone: () => void;
}

/**
 * The editor of a post-mortem's text. The fingerprints stored with the text are not shown, so no
 * edit can damage them.
 */
export function PostmortemEditor({ night, text, stored, onDone }: PostmortemEditorProps) {
  const { t } = useTranslation();
  const { typed, setTyped, error, save } = usePostmortemDraft(night, { text, stored });
  const id = useId();
  const saveAndClose = async () => {
    if (await save()) onDone();
  };
  return (
    <div className={styles.editor}>
      <div className={styles.toolbar}>
        <label htmlFor={id}>{t('postmortem.editLabel')}</label>
        <Button variant="primary" onClick={saveAndClose}>
          {t('postmortem.save')}
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
