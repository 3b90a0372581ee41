import { useEffect, useState } from 'react';
import { LinkRow } from '@/components/rows/LinkRow';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';

/** The row of the webhook. Whether there is one, the server says; until then nothing is said. */
export function WebhookRow() {
  const { t } = useTranslation();
  const { ask } = useAskPager();
  const [state, setState] = useState<'on' | 'off' | null>(null);
  useEffect(() => {
    ask((service) => service.readWebhook()).then((answer) => {
      if (answer.ok) setState(answer.value === null ? 'off' : 'on');
    });
  }, [ask]);
  return (
    <LinkRow
      page="phones/webhook"
      title={t('pager.webhook.title')}
      {...(state && { state: t(`pager.webhook.row.${state}`) })}
    />
  );
}
