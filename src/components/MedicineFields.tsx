import type { Medicine } from '@/domain/health/medicines';
import { LINE_MAX } from '@/domain/rows/fields';
import { useTranslation } from '@/i18n/useTranslation';
import { parseDecimal } from '@/lib/decimal';
import { Field } from './Field';
import form from './form.module.css';

/** A medicine while a parent types it. */
export type MedicineDraft = { name: string; amount: string; hours: string };

/** Returns a medicine as the texts of the fields; no interval becomes an empty text. */
export const medicineDraftOf = ({ name, amount, minHours }: Medicine): MedicineDraft => ({
  name,
  amount,
  hours: minHours === null ? '' : String(minHours),
});

const HOURS_MAX = 1000;

/** Parses what was typed as a medicine. Returns null if the hours are not a valid interval. */
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

/**
 * Asks for a medicine in the parents' own words: its name, the amount, and the hours to wait before
 * the next dose. The app proposes no value.
 */
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
