import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import styles from './raster.module.css';

/** Shows `−1 h` or `+1 h` beside a night in which the clocks changed. */
export function ClockChange({ shiftMs }: { shiftMs: number }) {
  const { numberLocale, t } = useTranslation();
  const minutes = shiftMs / MINUTE_MS;
  const isWholeHours = minutes % 60 === 0;
  const amount = new Intl.NumberFormat(numberLocale, { signDisplay: 'always' }).format(
    isWholeHours ? minutes / 60 : minutes,
  );
  // A number format may write a hyphen; the minus sign is as wide as the plus sign.
  const text = `${amount.replace('-', '−')}\u00a0${isWholeHours ? 'h' : 'min'}`;
  return (
    <span className={styles.clockShift} title={t('nights.raster.clockChange')}>
      {text}
    </span>
  );
}
