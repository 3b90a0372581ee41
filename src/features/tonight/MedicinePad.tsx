import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { readRecentDoses } from '@/db/healthQueries';
import { type Medicine, medicinesOf } from '@/domain/health/medicines';
import { notBefore } from '@/domain/health/notBefore';
import { medicineKey } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useNow } from '@/hooks/useNow';
import { useUntil } from '@/hooks/useUntil';
import { useWords } from '@/i18n/language';
import { HOUR_MS, SECOND_MS } from '@/lib/time';
import styles from './Health.module.css';
import { MedicineForm } from './MedicineForm';
import { useObserve } from './useObserve';

interface MedicinePadProps {
  child: Child;
  onDone: () => void;
}

/** So many are within the thumb's reach. */
const RECENT_SHOWN = 3;

/** What this child was given of late, a tap each, and the way to something new. What still waits is asked about first: it is logged all the same. */
export function MedicinePad({ child, onDone }: MedicinePadProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const words = useHealthWords();
  const untilWords = useUntil();
  const now = useNow(SECOND_MS);
  const hour = useNow(HOUR_MS);
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]);
  const { observe, turns } = useObserve(child, onDone);
  const [asked, setAsked] = useState<Medicine | null>(null);
  const [isNew, setNew] = useState(false);
  if (!doses) return null;

  const recent = medicinesOf(doses, RECENT_SHOWN);
  const waiting = notBefore(doses, now);
  /** Until when it waits; null if it waits no longer. */
  const waits = ({ name }: Medicine): string | null => {
    const found = waiting.find((one) => medicineKey(one.name) === medicineKey(name));
    return found ? untilWords(found.until, now) : null;
  };
  const log = (medicine: Medicine, refused?: (text: string) => void) =>
    observe(
      { kind: 'medicine', ...medicine },
      (time) => t('health.said.dose', { child: child.name, dose: words.medicine(medicine), time }),
      refused,
    );
  const give = (medicine: Medicine, refused?: (text: string) => void) => {
    if (waits(medicine) === null) log(medicine, refused);
    else if (turns(words.medicine(medicine))) setAsked(medicine);
  };

  if (asked) {
    const wait = waits(asked);
    return (
      <>
        <p className={styles.asked}>
          <strong>{words.medicine(asked)}</strong> {wait && t('health.waitsYours', { time: wait })}
        </p>
        <div className={styles.two}>
          <Button night onClick={() => setAsked(null)}>
            {t('health.notGiven')}
          </Button>
          <Button night onClick={() => log(asked)}>
            {t('health.allTheSame')}
          </Button>
        </div>
      </>
    );
  }
  if (isNew || recent.length === 0) return <MedicineForm onGive={give} />;
  return (
    <>
      {recent.map((medicine) => {
        const wait = waits(medicine);
        return (
          <Button night key={words.medicine(medicine)} className={styles.medicine ?? ''} onClick={() => give(medicine)}>
            {words.medicine(medicine)}
            {wait && <small>{t('health.waitsShort', { time: wait })}</small>}
          </Button>
        );
      })}
      <Button night look="quiet" onClick={() => turns('new') && setNew(true)}>
        {t('health.another')}
      </Button>
    </>
  );
}
