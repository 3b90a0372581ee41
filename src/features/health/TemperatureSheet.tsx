import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { DateTimeField } from '@/components/DateTimeField';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import type { Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { parseDecimal } from '@/lib/decimal';
import type { Instant } from '@/lib/time';
import { ChildField } from './ChildField';
import { useSaveObservation } from './useSaveObservation';

interface TemperatureSheetProps {
  child: Child;
  /** Null for a new temperature. */
  temperature: Temperature | null;
  onClose: () => void;
}

/** The sheet that adds, changes or deletes a temperature. */
export function TemperatureSheet({ child, temperature, onClose }: TemperatureSheetProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const healthText = useHealthText();
  const rowState = useRowState('observations', temperature);
  const kept = useKeptFields(`temperature.${temperature?.id ?? child.id}`, {
    typed: temperature ? healthText.formatDegrees(temperature.celsius) : '',
  });
  const { typed } = kept.fields;
  const { save, remove } = useSaveObservation(temperature, () => {
    kept.forget();
    onClose();
  });
  const [initialAt] = useState(() => temperature?.at ?? readClock());
  const [at, setAt] = useState<Instant | null>(initialAt);
  const [childId, setChildId] = useState(child.id);
  const [errors, setErrors] = useState<{ celsius?: string; when?: string }>({});

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (at === null) return;
    const celsius = parseDecimal(typed);
    if (celsius === null) return setErrors({ celsius: t('health.error.celsius') });
    await save(
      { childId, at, kind: 'temperature', celsius },
      {
        message: t('health.toast.temperature', {
          child: child.name,
          value: healthText.formatCelsius(celsius),
          time: format.time(at),
        }),
        onRefused: (text, refusal) => {
          if (refusal?.code === 'inFuture') setErrors({ when: text });
          else setErrors({ celsius: refusal?.code === 'badValue' ? t('health.error.celsius') : text });
        },
      },
    );
  };

  return (
    <Sheet title={t('health.addTemperatureFor', { child: child.name })} onClose={onClose}>
      <KeptHint {...kept} />
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={submit}>
        {temperature && <ChildField childId={childId} onPick={setChildId} />}
        <Field
          label={t('health.field.celsius')}
          error={errors.celsius ?? null}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => kept.change({ typed: target.value })}
        />
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
      {temperature && (
        <Button variant="quiet" onClick={remove}>
          {t('common.remove')}
        </Button>
      )}
    </Sheet>
  );
}
