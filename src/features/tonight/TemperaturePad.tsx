import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { readLastTemperature } from '@/db/healthQueries';
import type { Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, DAY_MS, HOUR_MS } from '@/lib/time';
import styles from './Health.module.css';
import { useLogObservation } from './useLogObservation';

interface PadProps {
  child: Child;
  onDone: () => void;
}

/* The value is in tenths of a degree, because sums of whole numbers are exact. */
const MIN_TENTHS = 250;
const MAX_TENTHS = 450;
const CHANGES_TENTHS = [-5, -1, 1, 5];
/** The whole degrees to begin with, in Celsius. */
const WHOLE_DEGREES = [36, 37, 38, 39, 40, 41];

/**
 * Logs a temperature without a keyboard. It starts empty, so that nothing is logged that no
 * thermometer has said: first the whole degrees, then four buttons raise and lower them.
 */
export function TemperaturePad({ child, onDone }: PadProps) {
  const { db } = useHousehold();
  const hour = useNow(HOUR_MS);
  const found = useLiveQuery(
    async () => ({ lastTemperature: await readLastTemperature(db, child.id, addMs(hour, -DAY_MS)) }),
    [db, child.id, hour],
  );
  return found ? <Steppers child={child} lastTemperature={found.lastTemperature} onDone={onDone} /> : null;
}

function Steppers({ child, lastTemperature, onDone }: PadProps & { lastTemperature: Temperature | null }) {
  const { t, numberLocale } = useTranslation();
  const { format } = useHousehold();
  const healthText = useHealthText();
  const { logObservation } = useLogObservation(child, onDone);
  const [tenths, setTenths] = useState<number | null>(null);
  const signed = new Intl.NumberFormat(numberLocale, { minimumFractionDigits: 1, signDisplay: 'always' });
  const value = tenths === null ? null : healthText.formatCelsius(tenths / 10);
  const log = () =>
    tenths !== null &&
    logObservation({ kind: 'temperature', celsius: tenths / 10 }, (time) =>
      t('health.toast.temperature', { child: child.name, value: value ?? '', time }),
    );
  return (
    <>
      <output className={styles.degrees}>{value ?? '–'}</output>
      {lastTemperature && (
        <p className={styles.last}>
          {t('health.lastTaken', {
            value: healthText.formatCelsius(lastTemperature.celsius),
            time: format.time(lastTemperature.at),
          })}
        </p>
      )}
      <div className={styles.steps}>
        {WHOLE_DEGREES.map((degrees) => (
          <Chip
            night
            key={degrees}
            pressed={tenths !== null && Math.floor(tenths / 10) === degrees}
            onClick={() => setTenths(degrees * 10)}
          >
            {degrees}°
          </Chip>
        ))}
      </div>
      <div className={styles.steps}>
        {CHANGES_TENTHS.map((step) => (
          <Button
            night
            key={step}
            disabled={tenths === null || tenths + step < MIN_TENTHS || tenths + step > MAX_TENTHS}
            aria-label={t(step < 0 ? 'health.lower' : 'health.higher', {
              value: healthText.formatCelsius(Math.abs(step) / 10),
            })}
            onClick={() => tenths !== null && setTenths(tenths + step)}
          >
            {signed.format(step / 10).replace('-', '−')}
          </Button>
        ))}
      </div>
      <Button night variant="primary" disabled={tenths === null} onClick={log}>
        {value === null ? t('health.whichTemperature') : t('health.log', { value })}
      </Button>
    </>
  );
}
