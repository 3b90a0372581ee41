import { Check } from 'lucide-react';
import { type CSSProperties, type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { addCaregiver, addChild, changeCaregiver, changeChild } from '@/db/people';
import { COLORS, type Color, isDay } from '@/domain/rows/fields';
import type { Caregiver, Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Day } from '@/lib/time';
import styles from './settings.module.css';

export type PersonKind = 'children' | 'caregivers';

interface PersonSheetProps {
  kind: PersonKind;
  /** Null for a new child or caregiver. */
  person: Child | Caregiver | null;
  today: Day;
  onClose: () => void;
}

/** In interventions per night. */
const FATIGUE_LIMIT_MAX = 50;

/** The sheet that adds, changes, archives or brings back a child or a caregiver. */
export function PersonSheet({ kind, person, today, onClose }: PersonSheetProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const [name, setName] = useState(person?.name ?? '');
  const [color, setColor] = useState<Color | null>(person?.color ?? null);
  const [birth, setBirth] = useState(person && 'birthDate' in person ? (person.birthDate ?? '') : '');
  const [limit, setLimit] = useState(person && 'fatigueLimit' in person ? String(person.fatigueLimit ?? '') : '');
  const [errors, setErrors] = useState<{ name?: string; birth?: string; limit?: string; archive?: string }>({});
  const isChild = kind === 'children';
  const birthInput = useRef<HTMLInputElement>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    // The browser reports an incomplete date as ''. Saving that would delete the stored birth date.
    if (birthInput.current?.validity.badInput) return setErrors({ birth: t('household.birthHalf') });
    if (isChild && birth !== '' && (!isDay(birth) || birth > today)) {
      return setErrors({ birth: t('household.birthInFuture') });
    }
    const fatigueLimit = limit.trim() === '' ? null : Number(limit);
    if (
      fatigueLimit !== null &&
      !(Number.isInteger(fatigueLimit) && fatigueLimit >= 1 && fatigueLimit <= FATIGUE_LIMIT_MAX)
    ) {
      return setErrors({ limit: t('household.numberBetween', { min: 1, max: FATIGUE_LIMIT_MAX }) });
    }
    const kindFields = isChild ? { birthDate: birth === '' ? null : (birth as Day) } : { fatigueLimit };
    const id = person?.id ?? newId();
    const now = readClock();
    // The other fields were checked above, so a refusal is shown at the name.
    const onRefused = (text: string) => setErrors({ name: text });
    if (person) {
      const change = { name, ...(color ? { color } : {}), ...kindFields };
      const result = await (isChild ? changeChild : changeCaregiver)(db, { id, change, now });
      if (reportResult(result, { message: () => t('household.toast.changed'), onRefused })) onClose();
      return;
    }
    const details = { ...(color ? { color } : {}), ...kindFields };
    const result = await (isChild ? addChild : addCaregiver)(db, { id, name, details, now });
    if (reportResult(result, { message: () => t('household.toast.added', { name: name.trim() }), onRefused }))
      onClose();
  };

  const setArchived = async (archived: boolean) => {
    if (!person) return;
    const input = { id: person.id, change: { archived }, now: readClock() };
    const result = await (isChild ? changeChild : changeCaregiver)(db, input);
    const message = () => t(archived ? 'household.toast.archived' : 'household.toast.back', { name: person.name });
    if (reportResult(result, { message, onRefused: (text) => setErrors({ archive: text }) })) onClose();
  };

  return (
    <Sheet title={person?.name ?? t(isChild ? 'household.editChild' : 'household.editCaregiver')} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={save}>
        <Field
          label={t('household.name')}
          error={errors.name ?? null}
          value={name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {isChild ? (
          <Field
            label={t('household.birthDate')}
            hint={t('household.birthHint')}
            error={errors.birth ?? null}
            ref={birthInput}
            type="date"
            max={today}
            value={birth}
            onChange={(event) => setBirth(event.target.value)}
          />
        ) : (
          <Field
            label={t('household.fatigueLimit')}
            hint={t('household.fatigueHint')}
            error={errors.limit ?? null}
            inputMode="numeric"
            value={limit}
            onChange={(event) => setLimit(event.target.value)}
          />
        )}
        <ColorField color={color} onPick={setColor} />
        {errors.archive && (
          <p role="alert" className={controls.error}>
            {errors.archive}
          </p>
        )}
        <Button variant="primary" type="submit">
          {t('common.save')}
        </Button>
      </form>
      {person && !person.archived && (
        <Button variant="quiet" onClick={() => setArchived(true)}>
          {t('household.archive')}
        </Button>
      )}
      {person?.archived && <Button onClick={() => setArchived(false)}>{t('household.bringBack')}</Button>}
    </Sheet>
  );
}

function ColorField({ color, onPick }: { color: Color | null; onPick: (color: Color) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={form.field}>
      <legend>{t('household.color')}</legend>
      <div className={styles.colors}>
        {COLORS.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.color}
            style={{ '--person': `var(--c-${key})` } as CSSProperties}
            aria-pressed={key === color}
            aria-label={t(`common.color.${key}`)}
            onClick={() => onPick(key)}
          >
            {key === color && <Check aria-hidden="true" size={22} />}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
