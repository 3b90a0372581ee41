import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { WhenField } from '@/components/WhenField';
import { changeChore, deferChore } from '@/db/chores';
import type { Refusal } from '@/domain/refusal';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Instant } from '@/lib/time';
import styles from './chores.module.css';

interface ChoreSheetProps {
  /** Null: one that is put off by day. */
  chore: Chore | null;
  now: Instant;
  onClose: () => void;
}

/** A week of nothing else. Beyond it one has mistyped. */
const MINUTES_MAX = 10_080;
const USUAL_MINUTES = 30;

const isOfName = ({ code }: Refusal): boolean => code === 'nameEmpty' || code === 'nameTooLong';

type Errors = Partial<Record<'title' | 'minutes' | 'when' | 'whole', string>>;

/** A chore, told or corrected by day: what, how long it takes, when it was put off. */
export function ChoreSheet({ chore, now, onClose }: ChoreSheetProps) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const effort = useMinutesSaid();
  const [first] = useState(chore?.deferredAt ?? now);
  const [deferredAt, setDeferredAt] = useState<Instant | null>(first);
  const [title, setTitle] = useState(chore?.title ?? '');
  const [minutes, setMinutes] = useState(String(chore?.effortMinutes ?? USUAL_MINUTES));
  const [errors, setErrors] = useState<Errors>({});
  // One for the sheet, so that a double tap on “Save” writes one row twice, and not two.
  const [choreId] = useState(() => chore?.id ?? newId());

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const effortMinutes = /^\d{1,9}$/.test(minutes.trim()) ? Number(minutes) : Number.NaN;
    const fits = effortMinutes >= 1 && effortMinutes <= Math.max(MINUTES_MAX, chore?.effortMinutes ?? 0);
    setErrors({
      ...(!fits && { minutes: t('household.numberBetween', { min: 1, max: MINUTES_MAX }) }),
      ...(deferredAt === null && { when: t('chores.whenHalf') }),
    });
    if (!fits || deferredAt === null) return;
    const fields = { title, effortMinutes, deferredAt };
    const write = { choreId, now: readClock() };
    const result = chore
      ? await changeChore(db, { ...write, change: fields })
      : await deferChore(db, { ...write, ...fields });
    const said = () =>
      chore
        ? t('chores.said.changed')
        : t('chores.said.deferred', { title: title.trim(), effort: effort(effortMinutes) });
    const place = !result.ok && 'refusal' in result && isOfName(result.refusal) ? 'title' : 'whole';
    if (answer(result, { said, refused: (text) => setErrors({ [place]: text }) })) onClose();
  };

  const takeBack = async () => {
    if (!chore) return;
    const result = await changeChore(db, { choreId: chore.id, change: { paidAt: null }, now: readClock() });
    const said = () => t('chores.said.notPaid', { title: chore.title });
    if (answer(result, { said, refused: (whole) => setErrors({ whole }) })) onClose();
  };

  return (
    <Sheet title={t(chore ? 'chores.editTitle' : 'chores.newTitle')} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={save}>
        <Field
          label={t('chores.what')}
          error={errors.title ?? null}
          value={title}
          autoComplete="off"
          onChange={(event) => setTitle(event.target.value)}
        />
        <Field
          label={t('chores.minutes')}
          hint={t('chores.minutesHint')}
          error={errors.minutes ?? null}
          inputMode="numeric"
          autoComplete="off"
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
        <WhenField
          words={{ day: t('chores.day'), time: t('chores.time'), noDay: t('chores.whenHalf') }}
          at={first}
          error={errors.when ?? null}
          onPick={setDeferredAt}
        />
        {errors.whole && (
          <p role="alert" className={controls.error}>
            {errors.whole}
          </p>
        )}
        <div className={styles.sheetActions}>
          {chore?.paidAt != null && <Button onClick={takeBack}>{t('chores.notPaid')}</Button>}
          <Button look="primary" type="submit">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
