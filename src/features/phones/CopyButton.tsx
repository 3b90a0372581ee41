import Copy from 'lucide-react/icons/copy';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useCopy } from './useCopy';

interface CopyButtonProps {
  label: string;
  text: string;
  done: string;
}

/** Copies a text that is on the page, too. */
export function CopyButton({ label, text, done }: CopyButtonProps) {
  const { t } = useTranslation();
  const { copy, isRefused } = useCopy(text, done);
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
