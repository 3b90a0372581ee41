import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { readLastTemperature } from '@/db/healthQueries';
import type { Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useNow } from '@/hooks/useNow';
import { useWords } from '@/i18n/language';
import { after, DAY_MS, HOUR_MS } from '@/lib/time';
import styles from './Health.module.css';
import { useObserve } from './useObserve';

interface PadProps {
  child: Child;
  onDone: () => void;
}

/* In tenths of a degree: whole numbers add up. */
const FIRST = 380;
const LEAST = 250;
const MOST = 450;
const STEPS = [-5, -1, 1, 5];

/** A temperature without a keyboard: from the last one of the last day, up and down. */
export function TemperaturePad({ child, onDone }: PadProps) {
  const { db } = useHousehold();
  const hour = useNow(HOUR_MS);
  const last = useLiveQuery(
    async () => ({ taken: await readLastTemperature(db, child.id, after(hour, -DAY_MS)) }),
    [db, child.id, hour],
  );
  return last ? <Steppers child={child} last={last.taken} onDone={onDone} /> : null;
}

function Steppers({ child, last, onDone }: PadProps & { last: Temperature | null }) {
  const { t, locale } = useWords();
  const { format } = useHousehold();
  const words = useHealthWords();
  const { observe } = useObserve(child, onDone);
  const [tenths, setTenths] = useState(last ? Math.round(last.celsius * 10) : FIRST);
  const signed = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, signDisplay: 'always' });
  const value = words.celsius(tenths / 10);
  const log = () =>
    observe({ kind: 'temperature', celsius: tenths / 10 }, (time) =>
      t('health.said.temperature', { child: child.name, value, time }),
    );
  return (
    <>
      <output className={styles.degrees}>{value}</output>
      {last && (
        <p className={styles.last}>
          {t('health.lastTaken', { value: words.celsius(last.celsius), time: format.time(last.at) })}
        </p>
      )}
      <div className={styles.steps}>
        {STEPS.map((step) => (
          <Button
            night
            key={step}
            disabled={tenths + step < LEAST || tenths + step > MOST}
            aria-label={t(step < 0 ? 'health.lower' : 'health.higher', { value: words.celsius(Math.abs(step) / 10) })}
            onClick={() => setTenths(tenths + step)}
          >
            {signed.format(step / 10).replace('-', '−')}
          </Button>
        ))}
      </div>
      <Button night look="primary" onClick={log}>
        {t('health.log', { value })}
      </Button>
    </>
  );
}
