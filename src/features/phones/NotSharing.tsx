import { useCallback, useEffect, useState } from 'react';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import { BeginSharing } from './BeginSharing';

/**
 * This phone shares nothing yet. Whether it can, the server of this address says first: on a static
 * host there is nothing to begin.
 */
export function NotSharing() {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPhones();
  const [isFound, setIsFound] = useState(false);
  const find = useCallback(async () => setIsFound((await ask((service) => service.findServer())).ok), [ask]);
  useEffect(() => void find(), [find]);

  if (isFound) return <BeginSharing />;
  if (failure === 'notHomeServer')
    return (
      <>
        {/* Without https the browser seals nothing, whatever answers. */}
        <p>{t(globalThis.isSecureContext === false ? 'phones.needsHttps' : 'phones.noServer')}</p>
        <p className={form.hint}>{t('phones.noServerGuide')}</p>
        <RowGroup>
          <LinkRow page="phones/pager" title={t('pager.title')} state={t('pager.row.noServer')} />
        </RowGroup>
      </>
    );
  if (failure)
    return (
      <>
        <AskFailureText failure={failure} />
        <Button onClick={find}>{t('phones.tryAgain')}</Button>
      </>
    );
  return isBusy ? <p className={form.hint}>{t('phones.looking')}</p> : null;
}
