import { useAskPhones } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useToasts } from '@/stores/toasts';
import { Irreversible } from './Irreversible';

/** How this phone leaves, and how the household goes from the server. */
export function EndOfSharing() {
  const { t } = useTranslation();
  const leaving = useAskPhones();
  const erasing = useAskPhones();
  const isBusy = leaving.isBusy || erasing.isBusy;

  const leave = async () => {
    if ((await leaving.ask((service) => service.leave())).ok) useToasts.getState().showSuccess(t('phones.leave.done'));
  };
  const erase = async () => {
    if ((await erasing.ask((service) => service.eraseHousehold())).ok)
      useToasts.getState().showSuccess(t('phones.erase.done'));
  };
  return (
    <>
      <Irreversible
        title={t('phones.leave.title')}
        text={t('phones.leave.text')}
        button={t('phones.leave.button')}
        isBusy={isBusy}
        failure={leaving.failure}
        onDo={leave}
      />
      <Irreversible
        title={t('phones.erase.title')}
        text={t('phones.erase.text')}
        button={t('phones.erase.button')}
        isBusy={isBusy}
        failure={erasing.failure}
        onDo={erase}
      />
    </>
  );
}
