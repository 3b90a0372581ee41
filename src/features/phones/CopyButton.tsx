import Copy from 'lucide-react/icons/copy';
import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';

interface CopyButtonProps {
  label: string;
  text: string;
  done: string;
}

/** Copies a text that is on the page, too. A browser may refuse: then a finger has to mark it. */
export function CopyButton({ label, text, done }: CopyButtonProps) {
  const { t } = useTranslation();
  const [isRefused, setIsRefused] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setIsRefused(false);
      useToasts.getState().showSuccess(done);
    } catch {
      setIsRefused(true);
    }
  };
  return (
    <>
      <Button onClick={copy}>
        <Copy aria-hidden="true" size={20} />
        {label}
      </Button>
      {isRefused && (
        <p className={form.hint} role="alert">
          {t('figures.notCopied')}
        </p>
      )}
    </>
  );
}
