import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { readRecentDoses } from '@/db/healthQueries';
import { type Medicine, medicinesOf } from '@/domain/health/medicines';
import { medicinesToWaitFor } from '@/domain/health/medicinesToWaitFor';
import { medicineKey } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useUntilText } from '@/hooks/useUntilText';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS, SECOND_MS } from '@/lib/time';
import { saveDraft } from '@/stores/draft';
import styles from './Health.module.css';
import { MedicineForm } from './MedicineForm';
import { useLogObservation } from './useLogObservation';

interface MedicinePadProps {
  child: Child;
  onDone: () => void;
}

/** This many medicines are within the thumb's reach. */
const RECENT_SHOWN = 3;

/**
 * Offers the medicines that this child was given lately, one tap each, and a form for another one.
 * If the interval of a medicine is not over, the pad asks first, and logs the medicine if the
 * parent confirms.
 */
export function MedicinePad({ child, onDone }: MedicinePadProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const healthText = useHealthText();
  const formatUntil = useUntilText();
  const now = useNow(SECOND_MS);
  const hour = useNow(HOUR_MS);
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]);
  const keptAs = `dose.${child.id}`;
  const { logObservation, acceptsPageChange } = useLogObservation(child, () => {
    saveDraft(keptAs, null);
    onDone();
  });
  const [toConfirm, setToConfirm] = useState<Medicine | null>(null);
  const [isNew, setNew] = useState(false);
  if (!doses) return null;

  const recent = medicinesOf(doses, RECENT_SHOWN);
  const waiting = medicinesToWaitFor(doses, now);
  /** Formats until when the medicine has to wait; null if the wait is over. */
  const formatWait = ({ name }: Medicine): string | null => {
    const wait = waiting.find((waitingMedicine) => medicineKey(waitingMedicine.name) === medicineKey(name));
    return wait ? formatUntil(wait.until, now) : null;
  };
  const log = (medicine: Medicine, onRefused?: (text: string) => void) =>
    logObservation(
      { kind: 'medicine', ...medicine },
      (time) => t('health.toast.dose', { child: child.name, dose: healthText.formatMedicine(medicine), time }),
      onRefused,
    );
  const give = (medicine: Medicine, onRefused?: (text: string) => void) => {
    if (formatWait(medicine) === null) log(medicine, onRefused);
    else if (acceptsPageChange(healthText.formatMedicine(medicine))) setToConfirm(medicine);
  };

  if (toConfirm) {
    const wait = formatWait(toConfirm);
    return (
      <>
        <p className={styles.asked}>
          <strong>{healthText.formatMedicine(toConfirm)}</strong> {wait && t('health.waitsYours', { time: wait })}
        </p>
        <div className={styles.two}>
          <Button night onClick={() => setToConfirm(null)}>
            {t('health.notGiven')}
          </Button>
          <Button night onClick={() => log(toConfirm)}>
            {t('health.allTheSame')}
          </Button>
        </div>
      </>
    );
  }
  if (isNew || recent.length === 0) return <MedicineForm keptAs={keptAs} onGive={give} />;
  return (
    <>
      {recent.map((medicine) => {
        const wait = formatWait(medicine);
        return (
          <Button
            night
            key={healthText.formatMedicine(medicine)}
            className={styles.medicine ?? ''}
            onClick={() => give(medicine)}
          >
            {healthText.formatMedicine(medicine)}
            {wait && <small>{t('health.waitsShort', { time: wait })}</small>}
          </Button>
        );
      })}
      <Button night variant="quiet" onClick={() => acceptsPageChange('new') && setNew(true)}>
        {t('health.another')}
      </Button>
    </>
  );
}
