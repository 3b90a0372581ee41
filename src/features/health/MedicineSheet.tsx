import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import form from '@/components/form.module.css';
import { draftOf, MedicineFields, medicineOf } from '@/components/MedicineFields';
import { Sheet } from '@/components/Sheet';
import { WhenField } from '@/components/WhenField';
import { readRecentDoses } from '@/db/healthQueries';
import { medicinesOf } from '@/domain/health/medicines';
import type { Dose } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useNow } from '@/hooks/useNow';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { HOUR_MS, type Instant } from '@/lib/time';
import styles from './health.module.css';
import { useSaveObservation } from './useSaveObservation';
import { WhoField } from './WhoField';

interface MedicineSheetProps {
  child: Child;
  /** Null: a new one. */
  dose: Dose | null;
  onClose: () => void;
}

const BLANK = { name: '', amount: '', minHours: null };
/** So many are filled in with a tap. */
const RECENT_SHOWN = 6;

/** A medicine given, told by day. */
export function MedicineSheet({ child, dose, onClose }: MedicineSheetProps) {
  const { t } = useWords();
  const { db, format } = useHousehold();
  const words = useHealthWords();
  const { save, remove } = useSaveObservation(dose, onClose);
  const hour = useNow(HOUR_MS);
  const [first] = useState(() => dose?.at ?? readClock());
  const [at, setAt] = useState<Instant | null>(first);
  const [childId, setChildId] = useState(child.id);
  const [draft, setDraft] = useState(() => draftOf(dose ?? BLANK));
  const [errors, setErrors] = useState<{ name?: string; hours?: string; when?: string }>({});
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]) ?? [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (at === null) return;
    const medicine = medicineOf(draft);
    if (!medicine) return setErrors({ hours: t('health.error.hours') });
    const given = { child: child.name, dose: words.medicine(medicine), time: format.time(at) };
    await save(
      { childId, at, kind: 'medicine', ...medicine },
      {
        said: t('health.said.dose', given),
        refused: (text, refusal) => setErrors(refusal?.code === 'inFuture' ? { when: text } : { name: text }),
      },
    );
  };

  return (
    <Sheet title={t('health.addMedicineFor', { child: child.name })} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={submit}>
        {dose && <WhoField childId={childId} onPick={setChildId} />}
        {!dose && doses.length > 0 && (
          <div className={styles.recent}>
            {medicinesOf(doses, RECENT_SHOWN).map((medicine) => (
              <Chip
                key={words.medicine(medicine)}
                pressed={JSON.stringify(draftOf(medicine)) === JSON.stringify(draft)}
                onClick={() => setDraft(draftOf(medicine))}
              >
                {words.medicine(medicine)}
              </Chip>
            ))}
          </div>
        )}
        <MedicineFields draft={draft} onChange={setDraft} errors={errors} />
        <WhenField words={words.when} at={first} error={errors.when ?? null} onPick={setAt} />
        <Button look="primary" type="submit" disabled={at === null}>
          {t('common.save')}
        </Button>
      </form>
      {dose && (
        <Button look="quiet" onClick={remove}>
          {t('common.remove')}
        </Button>
      )}
    </Sheet>
  );
}
