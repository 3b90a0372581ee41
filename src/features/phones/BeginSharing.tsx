import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { AskFailureText } from '@/components/AskFailureText';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { OwnPhoneFields, useOwnPhone } from './OwnPhoneFields';

/** Says what sharing gives and what the server sees, and begins it with the first phone to add. */
export function BeginSharing() {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const { ask, isBusy, failure } = useAskPhones();
  const [, navigate] = useLocation();
  const own = useOwnPhone(holder ? { caregiverId: holder.id } : {});
  const [invite, setInvite] = useState('');
  const [isInviteAsked, setIsInviteAsked] = useState(false);

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const me = own.read();
    if (!me) return;
    const answer = await ask((service) => service.startSharing(me, invite.trim() || undefined));
    if (answer.ok) {
      useDeviceSettings.getState().set({ holderId: me.caregiverId });
      navigate('/household/phones/add');
    } else if (answer.failure === 'inviteNeeded') setIsInviteAsked(true);
  };

  const isInviteRefused = failure === 'inviteNeeded';
  return (
    <>
      <p>{t('phones.gives')}</p>
      <p className={form.hint}>{t('phones.sees')}</p>
      <form className={form.form} noValidate onSubmit={begin}>
        <OwnPhoneFields own={own} caregivers={activeCaregivers} />
        {isInviteAsked && (
          <Field
            label={t('phones.invite')}
            // The server cannot say more: no word, or another one.
            error={isInviteRefused ? t(`phones.failure.${invite.trim() ? 'inviteWrong' : 'inviteNeeded'}`) : null}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={invite}
            onChange={(event) => setInvite(event.target.value)}
          />
        )}
        {!isInviteRefused && <AskFailureText failure={failure} />}
        <Button variant="primary" type="submit" disabled={isBusy}>
          {t('phones.add')}
        </Button>
        {isBusy && (
          <p className={form.hint} role="status">
            {t('phones.beginning')}
          </p>
        )}
      </form>
      <Link href="/join" className={`${controls.button} ${controls.quiet}`}>
        {t('phones.joinLink')}
      </Link>
    </>
  );
}
