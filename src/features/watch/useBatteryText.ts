import { useEffect, useState } from 'react';
import { useTranslation } from '@/i18n/useTranslation';
import { type Battery, followBattery } from '@/pwa/battery';

/** Below this level a phone that is not plugged in may not last the night. */
const LOW_LEVEL = 0.3;

/** Returns that the battery is low, where the browser tells; null otherwise. */
export function useBatteryText(): string | null {
  const { t, numberLocale } = useTranslation();
  const [battery, setBattery] = useState<Battery | null>(null);
  useEffect(() => followBattery(setBattery), []);
  if (!battery || battery.isCharging || battery.level >= LOW_LEVEL) return null;
  const percent = new Intl.NumberFormat(numberLocale, { style: 'percent' }).format(battery.level);
  return t('watch.battery', { percent });
}
