import { Link } from 'wouter';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';

/** Another phone has removed this one: it joins again, or goes on alone. */
export function Removed() {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPhones();
  const goOnAlone = async () => {
    if ((await ask((service) => service.leave())).ok) useToasts.getState().showSuccess(t('phones.leave.done'));
  };
  return (
    <>
      <p>{t('phones.removed.text')}</p>
      <Link href="/join" className={`${controls.button} ${controls.primary}`}>
        {t('phones.removed.again')}
      </Link>
      <Button disabled={isBusy} onClick={goOnAlone}>
        {t('phones.removed.alone')}
      </Button>
      <AskFailureText failure={failure} />
    </>
  );
}
