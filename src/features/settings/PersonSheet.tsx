import Check from 'lucide-react/icons/check';
import { type CSSProperties, type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { addCaregiver, addChild, changeCaregiver, changeChild } from '@/db/people';
import { canBeDueDate } from '@/domain/age';
import { COLORS, type Color, isSupportedDay } from '@/domain/rows/fields';
import type { Caregiver, Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useNow } from '@/hooks/useNow';
import { useReportResult } from '@/hooks/useReportResult';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { type Day, HOUR_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { DueDateField } from './DueDateField';
import styles from './settings.module.css';

export type PersonKind = 'children' | 'caregivers';

interface PersonSheetProps {
  kind: PersonKind;
  /** Null for a new child or caregiver. */
  person: Child | Caregiver | null;
  onClose: () => void;
}

type Errors = Partial<Record<'name' | 'birthDate' | 'dueDate' | 'fatigueLimit' | 'archive', string>>;

/** In interventions per night. */
const FATIGUE_LIMIT_MAX = 50;

/** The sheet that adds, changes, archives or brings back a child or a caregiver. */
export function PersonSheet({ kind, person, onClose }: PersonSheetProps) {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  const today = wallClockAt(useNow(HOUR_MS), household).day;
  const reportResult = useReportResult();
  const rowState = useRowState(kind, person);
  const kept = useKeptFields(`person.${person?.id ?? kind}`, {
    name: person?.name ?? '',
    limitText: person && 'fatigueLimit' in person ? String(person.fatigueLimit ?? '') : '',
  });
  const { name, limitText } = kept.fields;
  const [color, setColor] = useState<Color | null>(person?.color ?? null);
  const [birthDate, setBirthDate] = useState(person && 'birthDate' in person ? (person.birthDate ?? '') : '');
  const [dueDate, setDueDate] = useState(person && 'dueDate' in person ? (person.dueDate ?? '') : '');
  const [errors, setErrors] = useState<Errors>({});
  const isChild = kind === 'children';
  const birthDateInput = useRef<HTMLInputElement>(null);
  const dueDateInput = useRef<HTMLInputElement>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    // The browser reports an incomplete date as ''. Saving that would delete the stored birth date.
    if (birthDateInput.current?.validity.badInput) return setErrors({ birthDate: t('household.birthHalf') });
    if (isChild && birthDate !== '') {
      if (!isSupportedDay(birthDate)) return setErrors({ birthDate: t('health.error.day') });
      if (birthDate > today) return setErrors({ birthDate: t('household.birthInFuture') });
    }
    if (dueDateInput.current?.validity.badInput) return setErrors({ dueDate: t('household.birthHalf') });
    if (isChild && birthDate !== '' && dueDate !== '' && !canBeDueDate(dueDate, birthDate as Day))
      return setErrors({ dueDate: t('household.dueOutOfRange') });
    const fatigueLimit = limitText.trim() === '' ? null : Number(limitText);
    if (
      fatigueLimit !== null &&
      !(Number.isInteger(fatigueLimit) && fatigueLimit >= 1 && fatigueLimit <= FATIGUE_LIMIT_MAX)
    ) {
      return setErrors({ fatigueLimit: t('household.numberBetween', { min: 1, max: FATIGUE_LIMIT_MAX }) });
    }
    // isSupportedDay has checked the text, but its narrowing does not reach this line.
    const kindFields = isChild
      ? { birthDate: (birthDate || null) as Day | null, dueDate: ((birthDate && dueDate) || null) as Day | null }
      : { fatigueLimit };
    // Without a choice, a new person gets the next free colour and a changed one keeps its own.
    const colorField = color ? { color } : {};
    const id = person?.id ?? newId();
    const now = readClock();
    // The other fields were checked above, so a refusal is shown at the name.
    const onRefused = (text: string) => setErrors({ name: text });
    if (person) {
      const change = { name, ...colorField, ...kindFields };
      const result = await (isChild ? changeChild : changeCaregiver)(db, { id, change, now });
      if (reportResult(result, { message: () => t('household.toast.changed'), onRefused })) done();
      return;
    }
    const details = { ...colorField, ...kindFields };
    const result = await (isChild ? addChild : addCaregiver)(db, { id, name, details, now });
    if (reportResult(result, { message: () => t('household.toast.added', { name: name.trim() }), onRefused })) done();
  };
  const done = () => {
    kept.forget();
    onClose();
  };

  const setArchived = async (archived: boolean) => {
    if (!person) return;
    const input = { id: person.id, change: { archived }, now: readClock() };
    const result = await (isChild ? changeChild : changeCaregiver)(db, input);
    const message = () =>
      t(archived ? `household.toast.archived.${kind}` : 'household.toast.back', { name: person.name });
    if (reportResult(result, { message, onRefused: (text) => setErrors({ archive: text }) })) onClose();
  };

  return (
    <Sheet title={person?.name ?? t(isChild ? 'household.editChild' : 'household.editCaregiver')} onClose={onClose}>
      <KeptHint {...kept} />
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={save}>
        <Field
          label={t('household.name')}
          error={errors.name ?? null}
          value={name}
          autoComplete="off"
          onChange={(event) => kept.change({ name: event.target.value })}
        />
        {isChild && (
          <Field
            label={t('household.birthDate')}
            hint={t('household.birthHint')}
            error={errors.birthDate ?? null}
            ref={birthDateInput}
            type="date"
            max={today}
            value={birthDate}
            onChange={(event) => setBirthDate(event.target.value)}
          />
        )}
        {isChild && birthDate !== '' && (
          <DueDateField value={dueDate} error={errors.dueDate ?? null} ref={dueDateInput} onChange={setDueDate} />
        )}
        {!isChild && (
          <Field
            label={t('household.fatigueLimit')}
            hint={t('household.fatigueHint')}
            error={errors.fatigueLimit ?? null}
            inputMode="numeric"
            value={limitText}
            onChange={(event) => kept.change({ limitText: event.target.value })}
          />
        )}
        {/* Hues belong to caregivers: a child keeps a colour in the log, which nobody sees. */}
        {!isChild && <ColorField color={color} onPick={setColor} />}
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
          {t(`household.archive.${kind}`)}
        </Button>
      )}
      {person?.archived && <Button onClick={() => setArchived(false)}>{t(`household.bringBack.${kind}`)}</Button>}
    </Sheet>
  );
}

function ColorField({ color: chosenColor, onPick }: { color: Color | null; onPick: (color: Color) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={form.field}>
      <legend>{t('household.color')}</legend>
      <div className={styles.colors}>
        {COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className={styles.color}
            style={{ '--person': `var(--c-${color})` } as CSSProperties}
            aria-pressed={color === chosenColor}
            aria-label={t(`common.color.${color}`)}
            onClick={() => onPick(color)}
          >
            {color === chosenColor && <Check aria-hidden="true" size={22} />}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
