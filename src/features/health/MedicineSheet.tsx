import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { DateTimeField } from '@/components/DateTimeField';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { MedicineFields, medicineDraftOf, parseMedicine } from '@/components/MedicineFields';
import { Sheet } from '@/components/Sheet';
import { readRecentDoses } from '@/db/healthQueries';
import { medicinesOf } from '@/domain/health/medicines';
import type { Dose } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useNow } from '@/hooks/useNow';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { HOUR_MS, type Instant } from '@/lib/time';
import { ChildField } from './ChildField';
import styles from './health.module.css';
import { useSaveObservation } from './useSaveObservation';

interface MedicineSheetProps {
  child: Child;
  /** Null for a new dose. */
  dose: Dose | null;
  onClose: () => void;
}

const EMPTY_MEDICINE = { name: '', amount: '', minHours: null };
/** How many recently given medicines are offered as chips. */
const RECENT_COUNT = 6;

/** The sheet that adds, changes or deletes a dose of medicine. */
export function MedicineSheet({ child, dose, onClose }: MedicineSheetProps) {
  const { t } = useTranslation();
  const { db, format } = useHousehold();
  const healthText = useHealthText();
  const rowState = useRowState('observations', dose);
  const kept = useKeptFields(`dose.${dose?.id ?? child.id}`, medicineDraftOf(dose ?? EMPTY_MEDICINE));
  const { save, remove } = useSaveObservation(dose, () => {
    kept.forget();
    onClose();
  });
  const { fields: draft, change: setDraft } = kept;
  const hour = useNow(HOUR_MS);
  const [initialAt] = useState(() => dose?.at ?? readClock());
  const [at, setAt] = useState<Instant | null>(initialAt);
  const [childId, setChildId] = useState(child.id);
  const [errors, setErrors] = useState<{ name?: string; hours?: string; when?: string }>({});
  const doses = useLiveQuery(() => readRecentDoses(db, child.id, hour), [db, child.id, hour]) ?? [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (at === null) return;
    const medicine = parseMedicine(draft);
    if (!medicine) return setErrors({ hours: t('health.error.hours') });
    const values = { child: child.name, dose: healthText.formatMedicine(medicine), time: format.time(at) };
    await save(
      { childId, at, kind: 'medicine', ...medicine },
      {
        message: t('health.toast.dose', values),
        onRefused: (text, refusal) => setErrors(refusal?.code === 'inFuture' ? { when: text } : { name: text }),
      },
    );
  };

  return (
    <Sheet title={t('health.addMedicineFor', { child: child.name })} onClose={onClose}>
      <KeptHint {...kept} />
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={submit}>
        {dose && <ChildField childId={childId} onPick={setChildId} />}
        {!dose && doses.length > 0 && (
          <div className={styles.recent}>
            {medicinesOf(doses, RECENT_COUNT).map((medicine) => (
              <Chip
                key={healthText.formatMedicine(medicine)}
                pressed={JSON.stringify(medicineDraftOf(medicine)) === JSON.stringify(draft)}
                onClick={() => setDraft(medicineDraftOf(medicine))}
              >
                {healthText.formatMedicine(medicine)}
              </Chip>
            ))}
          </div>
        )}
        <MedicineFields draft={draft} onChange={setDraft} errors={errors} />
        <DateTimeField
          labels={healthText.fieldLabels}
          defaultAt={initialAt}
          error={errors.when ?? null}
          onPick={setAt}
        />
        <Button variant="primary" type="submit" disabled={at === null}>
          {t('common.save')}
        </Button>
      </form>
      {dose && (
        <Button variant="quiet" onClick={remove}>
          {t('common.remove')}
        </Button>
      )}
    </Sheet>
  );
}
