import type { Medicine } from '@/domain/health/medicines';
import { LINE_MAX } from '@/domain/rows/fields';
import { useTranslation } from '@/i18n/useTranslation';
import { parseDecimal } from '@/lib/decimal';
import { Field } from './Field';
import form from './form.module.css';

/** A medicine while it is being typed. */
export interface MedicineDraft {
  name: string;
  amount: string;
  hours: string;
}

export const medicineDraftOf = ({ name, amount, minHours }: Medicine): MedicineDraft => ({
  name,
  amount,
  hours: minHours === null ? '' : String(minHours),
});

const HOURS_MAX = 1000;

/** What was typed as a medicine; null if its hours are none. */
export function parseMedicine({ name, amount, hours }: MedicineDraft): Medicine | null {
  if (hours.trim() === '') return { name, amount: amount.trim(), minHours: null };
  const minHours = parseDecimal(hours);
  return minHours === null || minHours > HOURS_MAX ? null : { name, amount: amount.trim(), minHours };
}

interface MedicineFieldsProps {
  draft: MedicineDraft;
  onChange: (draft: MedicineDraft) => void;
  errors: { name?: string; hours?: string };
}

/** A medicine in the parents' own words: which, how much, and not again before how many hours. Nothing is proposed. */
export function MedicineFields({ draft, onChange, errors }: MedicineFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        label={t('health.field.name')}
        error={errors.name ?? null}
        autoComplete="off"
        value={draft.name}
        onChange={({ target }) => onChange({ ...draft, name: target.value })}
      />
      <div className={form.twoColumns}>
        <Field
          label={t('health.field.amount')}
          error={null}
          autoComplete="off"
          maxLength={LINE_MAX}
          value={draft.amount}
          onChange={({ target }) => onChange({ ...draft, amount: target.value })}
        />
        <Field
          label={t('health.field.hours')}
          hint={t('health.field.hoursHint')}
          error={errors.hours ?? null}
          inputMode="decimal"
          autoComplete="off"
          value={draft.hours}
          onChange={({ target }) => onChange({ ...draft, hours: target.value })}
        />
      </div>
    </>
  );
}
