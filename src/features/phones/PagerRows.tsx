import { useEffect, useState } from 'react';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';
import { usePagerState } from './usePagerState';

/** The pager of this phone, its test, and what else a page sets off. */
export function PagerRows() {
  const { t } = useTranslation();
  const state = usePagerState();
  const { ask } = useAskPager();
  const [webhook, setWebhook] = useState<'on' | 'off' | null>(null);
  useEffect(() => {
    ask((service) => service.readWebhook()).then((answer) => {
      if (answer.ok) setWebhook(answer.value === null ? 'off' : 'on');
    });
  }, [ask]);
  return (
    <RowGroup>
      <LinkRow
        page="phones/pager"
        title={t('pager.title')}
        {...(state && { state: t(`pager.row.${state}`) })}
        isUrgent={state === 'lost'}
      />
      <LinkRow page="phones/test" title={t('pager.test.title')} />
      <LinkRow
        page="phones/webhook"
        title={t('pager.webhook.title')}
        // Without an answer of the server it is not known.
        {...(webhook && { state: t(`pager.webhook.row.${webhook}`) })}
      />
    </RowGroup>
  );
}
