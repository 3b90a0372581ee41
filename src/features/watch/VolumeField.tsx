import Minus from 'lucide-react/icons/minus';
import Plus from 'lucide-react/icons/plus';
import { useId } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { alarmGain, LOUDEST, SOFTEST } from './alarmGain';
import styles from './watch.module.css';
import { watchAlarm } from './watchAlarm';

/** How loud the alarm gets, with two buttons and a try-out. It is kept on this phone. */
export function VolumeField() {
  const { t } = useTranslation();
  const id = useId();
  const { watchVolume: volume, set } = useDeviceSettings();
  const change = (by: number) => set({ watchVolume: Math.min(LOUDEST, Math.max(SOFTEST, volume + by)) });
  const listen = async () => {
    await watchAlarm.unlock();
    watchAlarm.ringOnce(alarmGain(volume));
  };
  return (
    <section className={styles.volume} aria-labelledby={id}>
      <h2 id={id}>{t('watch.volume')}</h2>
      <div className={styles.stepper}>
        <Button night aria-label={t('watch.softer')} disabled={volume === SOFTEST} onClick={() => change(-1)}>
          <Minus aria-hidden="true" />
        </Button>
        <output aria-live="polite">{t('watch.volumeValue', { volume })}</output>
        <Button night aria-label={t('watch.louder')} disabled={volume === LOUDEST} onClick={() => change(1)}>
          <Plus aria-hidden="true" />
        </Button>
        <Button night onClick={listen}>
          {t('watch.listen')}
        </Button>
      </div>
      <p className={form.hint}>{t('watch.volumeHint')}</p>
    </section>
  );
}
