import type { FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useHousehold } from '@/hooks/useHousehold';
import { usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { useToasts } from '@/stores/toasts';
import type { Phone } from '@/sync/service';
import { Irreversible } from './Irreversible';
import { OwnPhoneFields, useOwnPhone } from './OwnPhoneFields';
import { PhonesFrame } from './PhonesFrame';
import styles from './phones.module.css';
import { usePhoneText } from './usePhoneText';

const LIST = '/household/phones';

/** One phone of the household: this one can be renamed, another one can be removed. */
export function PhonePage({ id }: { id: string }) {
  const phones = usePhones();
  if (!phones) return <main className={frame.page} />;
  const phone = phones.find((other) => encodeURIComponent(other.id) === id || other.id === id);
  if (!phone) return <Redirect to={LIST} replace />;
  return (
    <PhonesFrame title={phone.name}>
      {phone.isThis ? <ThisPhone phone={phone} /> : <OtherPhone phone={phone} />}
    </PhonesFrame>
  );
}

function ThisPhone({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const { activeCaregivers } = useHousehold();
  const { ask, isBusy, failure } = useAskPhones();
  const [, navigate] = useLocation();
  const own = useOwnPhone({ name: phone.name, caregiverId: phone.caregiverId });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const me = own.read();
    if (!me || !(await ask((service) => service.changeThisPhone(me))).ok) return;
    useDeviceSettings.getState().set({ holderId: me.caregiverId });
    useToasts.getState().showSuccess(t('phones.changed'));
    navigate(LIST);
  };
  return (
    <form className={form.form} noValidate onSubmit={save}>
      <OwnPhoneFields own={own} caregivers={activeCaregivers} />
      <AskFailureText failure={failure} />
      <Button variant="primary" type="submit" disabled={isBusy}>
        {t('common.save')}
      </Button>
    </form>
  );
}

function OtherPhone({ phone }: { phone: Phone }) {
  const { t } = useTranslation();
  const { ask, isBusy, failure } = useAskPhones();
  const [, navigate] = useLocation();
  const { ownerOf, formatContact, hasOtherVersion } = usePhoneText();

  const remove = async () => {
    if (!(await ask((service) => service.removePhone(phone.id))).ok) return;
    useToasts.getState().showSuccess(t('phones.remove.done', { name: phone.name }));
    navigate(LIST);
  };
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('phones.whose')}</dt>
        <dd>{ownerOf(phone) ?? t('household.nobody')}</dd>
        <dt>{t('phones.contact')}</dt>
        <dd>{formatContact(phone.lastContactAt)}</dd>
        {hasOtherVersion(phone) && (
          <>
            <dt>{t('phones.appVersion')}</dt>
            <dd>{phone.appVersion}</dd>
          </>
        )}
      </dl>
      {phone.differs && <p>{t('phones.differsText')}</p>}
      <Irreversible
        title={t('phones.remove.title')}
        text={t('phones.remove.text')}
        button={t('phones.remove.button', { name: phone.name })}
        isBusy={isBusy}
        failure={failure}
        onDo={remove}
      />
    </>
  );
}
