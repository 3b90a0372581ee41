import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { useToasts } from '@/stores/toasts';
import type { Invitation } from '@/sync/service';
import { OwnLogFields } from './OwnLogFields';
import { OwnPhoneFields, useOwnPhone } from './OwnPhoneFields';
import { useOwnLog } from './useOwnLog';

/** Asks who this phone is and what becomes of its own log, and joins. */
export function JoinForm({ invitation }: { invitation: Invitation }) {
  const { t, locale, numberLocale } = useTranslation();
  const { ask, isBusy, failure } = useAskPhones();
  const [, navigate] = useLocation();
  const own = useOwnPhone({});
  const ownLog = useOwnLog(invitation);
  const [share, setShare] = useState(0);
  const { children, caregivers } = invitation;

  const join = async (event: FormEvent) => {
    event.preventDefault();
    const me = own.read();
    if (!me || !ownLog) return;
    setShare(0);
    const answer = await ask((service) => service.join(invitation, ownLog.how, me, setShare));
    if (!answer.ok) return;
    useDeviceSettings.getState().set({ holderId: me.caregiverId });
    useToasts.getState().showSuccess(t('phones.join.joined'));
    navigate('/', { replace: true });
  };

  if (isBusy)
    return (
      <p>
        <span role="status">{t('phones.join.joining')}</span> {/* A screen reader would read each step of it aloud. */}
        <span aria-hidden="true">{new Intl.NumberFormat(numberLocale, { style: 'percent' }).format(share)}</span>
      </p>
    );
  // Nothing moves under the thumb once the form is there.
  if (!ownLog) return null;
  return (
    <form className={form.form} noValidate onSubmit={join}>
      <p>{t('phones.join.found', { names: new Intl.ListFormat(locale).format(children.map(({ name }) => name)) })}</p>
      <OwnPhoneFields own={own} caregivers={caregivers} />
      {ownLog.isLogged && <OwnLogFields ownLog={ownLog} invitation={invitation} />}
      <AskFailureText failure={failure} />
      <Button variant="primary" type="submit">
        {t('phones.join.join')}
      </Button>
    </form>
  );
}
