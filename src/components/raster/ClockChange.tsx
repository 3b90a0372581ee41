import { useWords } from '@/i18n/language';
import { MINUTE_MS } from '@/lib/time';
import styles from './raster.module.css';

/** `−1 h` or `+1 h` beside a night in which the clocks changed. */
export function ClockChange({ shiftMs }: { shiftMs: number }) {
  const { locale, t } = useWords();
  const minutes = shiftMs / MINUTE_MS;
  const whole = minutes % 60 === 0;
  const amount = new Intl.NumberFormat(locale, { signDisplay: 'always' }).format(whole ? minutes / 60 : minutes);
  const says = `${amount.replace('-', '−')}\u00a0${whole ? 'h' : 'min'}`;
  return (
    <span className={styles.shift} title={t('nights.raster.clockChange')}>
      {says}
    </span>
  );
}
