import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';
import { PagerFailureText } from './PagerFailureText';
import { PhonesFrame } from './PhonesFrame';
import { WebhookForm } from './WebhookForm';
import { WebhookTry } from './WebhookTry';

/** Behind the pager: one address that every page calls. */
export function WebhookPage() {
  const { t } = useTranslation();
  const { ask, failure } = useAskPager();
  /** The address that the server has; null if none, undefined while that is not known. */
  const [url, setUrl] = useState<string | null>();
  const [removed, setRemoved] = useState('');

  const read = useCallback(async () => {
    const answer = await ask((service) => service.readWebhook());
    if (answer.ok) setUrl(answer.value);
  }, [ask]);
  useEffect(() => void read(), [read]);

  return (
    <PhonesFrame title={t('pager.webhook.title')} behind="pager">
      <p>{t('pager.webhook.hint')}</p>
      <p className={form.hint}>{t('pager.webhook.sends')}</p>
      {renderAddress()}
    </PhonesFrame>
  );

  function renderAddress() {
    if (failure)
      return (
        <>
          <PagerFailureText failure={failure} />
          <Button onClick={read}>{t('phones.tryAgain')}</Button>
        </>
      );
    if (url === undefined) return <p className={form.hint}>{t('pager.webhook.reading')}</p>;
    if (url === null) return <WebhookForm initialAddress={removed} onSaved={setUrl} />;
    const onRemoved = () => {
      setRemoved(url);
      setUrl(null);
    };
    return <WebhookTry url={url} onRemoved={onRemoved} />;
  }
}
