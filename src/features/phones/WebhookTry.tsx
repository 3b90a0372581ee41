import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import type { WebhookTryResponse } from '@/sync/pager/service';
import { PagerFailureText } from './PagerFailureText';
import styles from './phones.module.css';

interface WebhookTryProps {
  url: string;
  onRemoved: () => void;
}

/** The address that is called, what came back from a try, and how it is removed. */
export function WebhookTry({ url, onRemoved }: WebhookTryProps) {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPager();
  const [tried, setTried] = useState<WebhookTryResponse | null>(null);

  const tryIt = async () => {
    setTried(null);
    const answer = await ask((service) => service.tryWebhook());
    // Another phone has removed it meanwhile.
    if (!answer.ok && answer.failure === 'notFound') onRemoved();
    else if (answer.ok) setTried(answer.value);
  };
  const remove = async () => {
    if (!(await ask((service) => service.removeWebhook())).ok) return;
    useToasts.getState().showSuccess(t('pager.webhook.removed'));
    onRemoved();
  };
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('pager.webhook.address')}</dt>
        <dd>{url}</dd>
      </dl>
      <Button variant="primary" disabled={isBusy} onClick={tryIt}>
        {t('pager.webhook.try')}
      </Button>
      <p role="status" className={isBusy ? form.hint : undefined}>
        {isBusy ? t('pager.webhook.trying') : tried && formatTried(tried)}
      </p>
      <PagerFailureText failure={failure} />
      <Button variant="quiet" disabled={isBusy} onClick={remove}>
        {t('pager.webhook.remove')}
      </Button>
    </>
  );

  function formatTried({ result, status }: WebhookTryResponse): string {
    if (result === 'refused' && status === null) return t('pager.webhook.result.privateName');
    return t(`pager.webhook.result.${result}`, { status: status ?? '' });
  }
}
