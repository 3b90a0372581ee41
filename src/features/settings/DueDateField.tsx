import type { Ref } from 'react';
import { Field } from '@/components/Field';
import { useTranslation } from '@/i18n/useTranslation';

interface DueDateFieldProps {
  value: string;
  error: string | null;
  ref: Ref<HTMLInputElement>;
  onChange: (day: string) => void;
}

/** Asks when a child was due. Without a birth date it would say nothing. */
export function DueDateField({ value, error, ref, onChange }: DueDateFieldProps) {
  const { t } = useTranslation();
  return (
    <Field
      label={t('household.dueDate')}
      hint={t('household.dueHint')}
      error={error}
      ref={ref}
      type="date"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
