import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { DateTimeField } from '@/components/DateTimeField';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { changeChore, deferChore } from '@/db/chores';
import type { Refusal } from '@/domain/refusal';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useReportResult } from '@/hooks/useReportResult';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import styles from './chores.module.css';

interface ChoreSheetProps {
  /** Null for a new chore. */
  chore: Chore | null;
  now: Instant;
  onClose: () => void;
}

/** The number of minutes in a week; a longer time is a typing error. */
const MINUTES_MAX = 10_080;
const DEFAULT_MINUTES = 30;

const isNameRefusal = ({ code }: Refusal): boolean => code === 'nameEmpty' || code === 'nameTooLong';

type Errors = Partial<Record<'title' | 'minutes' | 'when' | 'general', string>>;

/** The sheet that adds or changes a chore: its title, its effort and when it was put off. */
export function ChoreSheet({ chore, now, onClose }: ChoreSheetProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const formatEffort = useMinutesText();
  const [initialAt] = useState(chore?.deferredAt ?? now);
  const [deferredAt, setDeferredAt] = useState<Instant | null>(initialAt);
  const rowState = useRowState('chores', chore);
  const kept = useKeptFields(`chore.${chore?.id ?? 'new'}`, {
    title: chore?.title ?? '',
    minutes: String(chore?.effortMinutes ?? DEFAULT_MINUTES),
  });
  const { title, minutes } = kept.fields;
  const [errors, setErrors] = useState<Errors>({});
  // The id belongs to the sheet, so that a double tap on "Save" writes one row twice, not two rows.
  const [choreId] = useState(() => chore?.id ?? newId());

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const effortMinutes = /^\d{1,9}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN;
    const isEffortValid = effortMinutes >= 1 && effortMinutes <= Math.max(MINUTES_MAX, chore?.effortMinutes ?? 0);
    setErrors({
      ...(!isEffortValid && { minutes: t('household.numberBetween', { min: 1, max: MINUTES_MAX }) }),
      ...(deferredAt === null && { when: t('chores.whenHalf') }),
    });
    if (!isEffortValid || deferredAt === null) return;
    const fields = { title, effortMinutes, deferredAt };
    const write = { choreId, now: readClock() };
    const result = chore
      ? await changeChore(db, { ...write, change: fields })
      : await deferChore(db, { ...write, ...fields });
    const message = () =>
      chore
        ? t('chores.toast.changed')
        : t('chores.toast.deferred', { title: title.trim(), effort: formatEffort(effortMinutes) });
    const errorField = !result.ok && 'refusal' in result && isNameRefusal(result.refusal) ? 'title' : 'general';
    if (!reportResult(result, { message, onRefused: (text) => setErrors({ [errorField]: text }) })) return;
    kept.forget();
    onClose();
  };

  const markUnpaid = async () => {
    if (!chore) return;
    const result = await changeChore(db, { choreId: chore.id, change: { paidAt: null }, now: readClock() });
    const message = () => t('chores.toast.notPaid', { title: chore.title });
    if (reportResult(result, { message, onRefused: (general) => setErrors({ general }) })) onClose();
  };

  return (
    <Sheet title={t(chore ? 'chores.editTitle' : 'chores.newTitle')} onClose={onClose}>
      <KeptHint {...kept} />
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={save}>
        <Field
          label={t('chores.what')}
          error={errors.title ?? null}
          value={title}
          autoComplete="off"
          onChange={(event) => kept.change({ title: event.target.value })}
        />
        <Field
          label={t('chores.minutes')}
          hint={t('chores.minutesHint')}
          error={errors.minutes ?? null}
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => kept.change({ minutes: event.target.value })}
        />
        <DateTimeField
          labels={{ day: t('chores.day'), time: t('chores.time'), noDay: t('chores.whenHalf') }}
          defaultAt={initialAt}
          error={errors.when ?? null}
          onPick={setDeferredAt}
        />
        {errors.general && (
          <p role="alert" className={controls.error}>
            {errors.general}
          </p>
        )}
        <div className={styles.sheetActions}>
          {chore?.paidAt != null && <Button onClick={markUnpaid}>{t('chores.notPaid')}</Button>}
          <Button variant="primary" type="submit">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
