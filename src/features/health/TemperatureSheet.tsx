import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { WhenField } from '@/components/WhenField';
import type { Temperature } from '@/domain/health/observation';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { readDecimal } from '@/lib/decimal';
import type { Instant } from '@/lib/time';
import { useSaveObservation } from './useSaveObservation';
import { WhoField } from './WhoField';

interface TemperatureSheetProps {
  child: Child;
  /** Null: a new one. */
  taken: Temperature | null;
  onClose: () => void;
}

/** A temperature, told by day. */
export function TemperatureSheet({ child, taken, onClose }: TemperatureSheetProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const words = useHealthWords();
  const { save, remove } = useSaveObservation(taken, onClose);
  const [first] = useState(() => taken?.at ?? readClock());
  const [at, setAt] = useState<Instant | null>(first);
  const [childId, setChildId] = useState(child.id);
  const [typed, setTyped] = useState(taken ? words.degrees(taken.celsius) : '');
  const [errors, setErrors] = useState<{ celsius?: string; when?: string }>({});

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (at === null) return;
    const celsius = readDecimal(typed);
    if (celsius === null) return setErrors({ celsius: t('health.error.celsius') });
    await save(
      { childId, at, kind: 'temperature', celsius },
      {
        said: t('health.said.temperature', { child: child.name, value: words.celsius(celsius), time: format.time(at) }),
        refused: (text, refusal) => {
          if (refusal?.code === 'inFuture') setErrors({ when: text });
          else setErrors({ celsius: refusal?.code === 'badValue' ? t('health.error.celsius') : text });
        },
      },
    );
  };

  return (
    <Sheet title={t('health.addTemperatureFor', { child: child.name })} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={submit}>
        {taken && <WhoField childId={childId} onPick={setChildId} />}
        <Field
          label={t('health.field.celsius')}
          error={errors.celsius ?? null}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <WhenField words={words.when} at={first} error={errors.when ?? null} onPick={setAt} />
        <Button look="primary" type="submit" disabled={at === null}>
          {t('common.save')}
        </Button>
      </form>
      {taken && (
        <Button look="quiet" onClick={remove}>
          {t('common.remove')}
        </Button>
      )}
    </Sheet>
  );
}
