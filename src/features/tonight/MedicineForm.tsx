import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { MedicineFields, parseMedicine } from '@/components/MedicineFields';
import type { Medicine } from '@/domain/health/medicines';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useTranslation } from '@/i18n/useTranslation';

interface MedicineFormProps {
  /** The name under which the typed texts are kept until they are saved. */
  keptAs: string;
  /** @param onRefused receives the sentence that says why the medicine was refused */
  onGive: (medicine: Medicine, onRefused: (text: string) => void) => void;
}

const BLANK = { name: '', amount: '', hours: '' };

/**
 * Logs a medicine that this child was not given before: its name, the amount, and the interval that
 * the parents were told.
 */
export function MedicineForm({ keptAs, onGive }: MedicineFormProps) {
  const { t } = useTranslation();
  const kept = useKeptFields(keptAs, BLANK);
  const draft = kept.fields;
  const [errors, setErrors] = useState<{ name?: string; hours?: string }>({});
  const give = (event: FormEvent) => {
    event.preventDefault();
    const medicine = parseMedicine(draft);
    setErrors(medicine ? {} : { hours: t('health.error.hours') });
    if (medicine) onGive(medicine, (text) => setErrors({ name: text }));
  };
  return (
    <form className={form.form} noValidate onSubmit={give}>
      <KeptHint {...kept} />
      <MedicineFields draft={draft} onChange={kept.change} errors={errors} />
      <Button night variant="primary" type="submit">
        {t('health.given')}
      </Button>
    </form>
  );
}
