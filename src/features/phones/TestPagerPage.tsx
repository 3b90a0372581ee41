import { Button } from '@/components/Button';
import { usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import type { Phone } from '@/sync/service';
import { PagerFailureText } from './PagerFailureText';
import { PhonesFrame } from './PhonesFrame';
import { TestReportCard } from './TestReportCard';
import { usePagerTest } from './usePagerTest';
import { usePhoneText } from './usePhoneText';

/** Behind the pager: rings another phone by day and says how far that got. */
export function TestPagerPage() {
  const { t } = useTranslation();
  const others = usePhones()?.filter(({ isThis }) => !isThis);
  const { ownerOf } = usePhoneText();
  const { running, start, isBusy, failure } = usePagerTest();
  const tested = others?.find(({ id }) => id === running?.phoneId);
  return (
    <PhonesFrame title={t('pager.test.title')} hint={t('pager.test.hint')} behind="pager">
      {others?.length === 0 && <p>{t('pager.test.nobody')}</p>}
      {others?.map((phone) => (
        <Button
          key={phone.id}
          variant={phone.id === (tested ?? others[0])?.id ? 'primary' : 'plain'}
          disabled={isBusy}
          onClick={() => start(phone.id)}
        >
          {formatButton(phone)}
        </Button>
      ))}
      <PagerFailureText failure={failure} />
      {running && tested && <TestReportCard name={tested.name} test={running.test} />}
    </PhonesFrame>
  );

  /** Of somebody with several phones, their names tell them apart. */
  function formatButton(phone: Phone): string {
    const owner = ownerOf(phone);
    const isOnly = others?.filter(({ caregiverId }) => caregiverId === phone.caregiverId).length === 1;
    return owner !== null && isOnly
      ? t('pager.test.button', { name: owner })
      : t('pager.test.buttonOfPhone', { name: phone.name });
  }
}
