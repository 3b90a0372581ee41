import { useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useAskPager } from '@/hooks/usePager';
import { useTranslation } from '@/i18n/useTranslation';
import { requestNotificationPermission } from '@/pwa/notificationPermission';
import { phoneKind } from '@/pwa/phoneKind';
import { PagerFailureText } from './PagerFailureText';
import styles from './phones.module.css';
import { usePagerState } from './usePagerState';

const SETTINGS_OF = { android: 'android', iphone: 'iphone', ipad: 'iphone', computer: 'computer' } as const;

/**
 * Lets this phone ring, or no more. The reason is said before the browser asks its own question,
 * which follows the tap and comes only once.
 */
export function OwnPagerSetting() {
  const { t } = useTranslation();
  const state = usePagerState();
  const { ask, isBusy, failure } = useAskPager();
  const [isDismissed, setIsDismissed] = useState(false);

  const switchOn = async () => {
    const permission = await requestNotificationPermission();
    setIsDismissed(permission !== 'granted');
    if (permission === 'granted') await ask((service) => service.switchOn());
  };
  const switchOff = () => ask((service) => service.switchOff());

  if (!state) return <p className={form.hint}>{t('phones.checking')}</p>;
  if (state === 'unsupported') return <p>{t('pager.unsupported')}</p>;
  if (state === 'homeScreen')
    return (
      <>
        <p>{t('pager.homeScreen.why')}</p>
        <ol className={styles.numbered}>
          <li>{t('pager.homeScreen.share')}</li>
          <li>{t('pager.homeScreen.add')}</li>
          <li>{t('pager.homeScreen.open')}</li>
        </ol>
      </>
    );
  return (
    <>
      {/* One region for both, so that the change is said. */}
      <p role="status">{formatState()}</p>
      {state === 'denied' && <p>{t(`pager.denied.${SETTINGS_OF[phoneKind()]}`)}</p>}
      <p className={form.hint}>{t('pager.limits')}</p>
      {state === 'on' && (
        <Button disabled={isBusy} onClick={switchOff}>
          {t('pager.switchOff')}
        </Button>
      )}
      {(state === 'off' || state === 'lost') && (
        <Button variant="primary" disabled={isBusy} onClick={switchOn}>
          {t('pager.switchOn')}
        </Button>
      )}
      {isBusy && (
        <p className={form.hint} role="status">
          {t('pager.asking')}
        </p>
      )}
      <PagerFailureText failure={isDismissed && state !== 'denied' ? 'denied' : failure} />
    </>
  );

  function formatState(): string {
    if (state === 'denied') return t('pager.denied.why');
    if (state === 'lost') return t('pager.lost');
    return t(state === 'on' ? 'pager.on' : 'pager.reason');
  }
}
