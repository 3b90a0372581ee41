import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { MedicineFields, parseMedicine } from '@/components/MedicineFields';
import type { Medicine } from '@/domain/health/medicines';
import { useTranslation } from '@/i18n/useTranslation';

interface MedicineFormProps {
  /** @param onRefused receives the sentence that says why the medicine was refused */
  onGive: (medicine: Medicine, onRefused: (text: string) => void) => void;
}

const BLANK = { name: '', amount: '', hours: '' };

/**
 * Logs a medicine that this child was not given before: its name, the amount, and the interval that
 * the parents were told.
 */
export function MedicineForm({ onGive }: MedicineFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(BLANK);
  const [errors, setErrors] = useState<{ name?: string; hours?: string }>({});
  const give = (event: FormEvent) => {
    event.preventDefault();
    const medicine = parseMedicine(draft);
    setErrors(medicine ? {} : { hours: t('health.error.hours') });
    if (medicine) onGive(medicine, (text) => setErrors({ name: text }));
  };
  return (
    <form className={form.form} noValidate onSubmit={give}>
      <MedicineFields draft={draft} onChange={setDraft} errors={errors} />
      <Button night variant="primary" type="submit">
        {t('health.given')}
      </Button>
    </form>
  );
}
