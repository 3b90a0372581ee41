import Copy from 'lucide-react/icons/copy';
import { useId } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useCopy } from '../useCopy';
import styles from './buttons.module.css';

/** A text that is pasted elsewhere, with a button that copies it. */
export function CopyBox({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation();
  const id = useId();
  const { copy, isRefused } = useCopy(text, t('buttons.made.copied', { what: title }));
  return (
    <section className={styles.box} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button aria-label={t('buttons.made.copy', { what: title })} onClick={copy}>
          <Copy aria-hidden="true" size={20} />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in reach of the keyboard. */}
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
      {isRefused && (
        <p className={form.hint} role="alert">
          {t('buttons.made.notCopied')}
        </p>
      )}
    </section>
  );
}
