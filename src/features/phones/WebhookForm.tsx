import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import { isWebhookProblem, PagerFailureText } from './PagerFailureText';

interface WebhookFormProps {
  /** What the field has at first: an address that was just removed may be mended. */
  initialAddress: string;
  onSaved: (url: string) => void;
}

/** Asks for the address, and says at its place why it cannot be. */
export function WebhookForm({ initialAddress, onSaved }: WebhookFormProps) {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPager();
  const [typed, setTyped] = useState(initialAddress);
  const [isChanged, setIsChanged] = useState(false);
  const problem = isWebhookProblem(failure) && !isChanged ? failure : null;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsChanged(false);
    const url = typed.trim();
    if (!(await ask((service) => service.putWebhook(url))).ok) return;
    useToasts.getState().showSuccess(t('pager.webhook.saved'));
    onSaved(url);
  };
  return (
    <form className={form.form} noValidate onSubmit={save}>
      <Field
        label={t('pager.webhook.address')}
        error={problem && t(`pager.webhook.error.${problem}`)}
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsChanged(true);
        }}
      />
      <PagerFailureText failure={failure} />
      <Button variant="primary" type="submit" disabled={isBusy}>
        {t('common.save')}
      </Button>
    </form>
  );
}
