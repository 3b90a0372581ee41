import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNap, removeNap } from '@/db/naps';
import { napTold } from '@/domain/naps';
import { isDay } from '@/domain/rows/fields';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { after, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { isWallTime, wallClockAt } from '@/lib/zone';
import styles from './naps.module.css';
import type { LogNap } from './useAddNap';

interface NapSheetProps {
  /** Null: one that was not told yet. */
  nap: Nap | null;
  now: Instant;
  onAdd: LogNap;
  onClose: () => void;
}

/** Only where the clock fields begin. */
const USUAL_MS = 45 * MINUTE_MS;

/** A nap told afterwards, or corrected: who, on which day, from when to when. */
export function NapSheet({ nap, now, onAdd, onClose }: NapSheetProps) {
  const { t } = useWords();
  const { db, household, activeCaregivers, caregivers, holder } = useHousehold();
  const answer = useAnswer();
  const { timeZone } = household;
  const [before] = useState(() => {
    const { startedAt, endedAt } = nap ?? { startedAt: after(now, -USUAL_MS), endedAt: now };
    const { day, time } = wallClockAt(startedAt, timeZone);
    return { startedAt, endedAt, day, from: time, to: wallClockAt(endedAt, timeZone).time };
  });
  const [who, setWho] = useState(nap?.caregiverId ?? holder?.id ?? activeCaregivers[0]?.id ?? '');
  const [day, setDay] = useState<string>(before.day);
  const [from, setFrom] = useState<string>(before.from);
  const [to, setTo] = useState<string>(before.to);
  const [error, setError] = useState<string | null>(null);
  // Whoever was taken out of the night keeps the naps they had.
  const people = caregivers.filter(({ id, archived }) => !archived || id === nap?.caregiverId);

  /** Left as it is, it keeps its seconds, and its place in an hour that there was twice. */
  const told = (): Interval | null => {
    if (day === before.day && from === before.from && to === before.to)
      return { from: before.startedAt, to: before.endedAt };
    return isDay(day) && isWallTime(from) && isWallTime(to) ? napTold(day, from, to, timeZone) : null;
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const times = told();
    if (!times) return setError(t('naps.half'));
    const fields = { caregiverId: who, startedAt: times.from, endedAt: times.to };
    const written = nap
      ? answer(await changeNap(db, { napId: nap.id, change: fields, now: readClock() }), {
          said: () => t('naps.said.changed'),
          refused: setError,
        })
      : await onAdd(fields, setError);
    if (written) onClose();
  };

  const remove = async () => {
    if (!nap) return;
    const result = await removeNap(db, { napId: nap.id, now: readClock() });
    if (answer(result, { said: () => t('naps.said.removed'), refused: setError })) onClose();
  };

  return (
    <Sheet title={t(nap ? 'naps.editTitle' : 'naps.newTitle')} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={save}>
        <Choice
          label={t('naps.who')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onPick={setWho}
        />
        <Field
          label={t('naps.day')}
          error={null}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className={form.two}>
          <Field
            label={t('naps.from')}
            error={null}
            type="time"
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
          <Field
            label={t('naps.to')}
            error={null}
            type="time"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        {error && (
          <p role="alert" className={controls.error}>
            {error}
          </p>
        )}
        <div className={styles.actions}>
          {nap && <Button onClick={remove}>{t('common.remove')}</Button>}
          <Button look="primary" type="submit">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
