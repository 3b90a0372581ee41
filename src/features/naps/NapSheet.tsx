import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { changeNap, removeNap } from '@/db/naps';
import { napInterval } from '@/domain/naps';
import { isSupportedDay } from '@/domain/rows/fields';
import type { Nap } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { addMs, type Instant, type Interval, MINUTE_MS } from '@/lib/time';
import { isWallTime, wallClockAt } from '@/lib/zone';
import styles from './naps.module.css';
import type { AddNapHandler } from './useAddNap';

interface NapSheetProps {
  /** Null for a new nap. */
  nap: Nap | null;
  now: Instant;
  onAdd: AddNapHandler;
  onClose: () => void;
}

/** The default length of a new nap in the time fields. */
const DEFAULT_NAP_MS = 45 * MINUTE_MS;

/** The sheet that adds, changes or deletes a nap: who slept, on which day, from when to when. */
export function NapSheet({ nap, now, onAdd, onClose }: NapSheetProps) {
  const { t } = useTranslation();
  const { db, household, activeCaregivers, caregivers, holder } = useHousehold();
  const reportResult = useReportResult();
  const rowState = useRowState('naps', nap);
  const [initial] = useState(() => {
    const { startedAt, endedAt } = nap ?? { startedAt: addMs(now, -DEFAULT_NAP_MS), endedAt: now };
    const { day, time } = wallClockAt(startedAt, household);
    return { startedAt, endedAt, day, from: time, to: wallClockAt(endedAt, household).time };
  });
  const [personId, setPersonId] = useState(nap?.caregiverId ?? holder?.id ?? activeCaregivers[0]?.id ?? '');
  const [day, setDay] = useState<string>(initial.day);
  const [from, setFrom] = useState<string>(initial.from);
  const [to, setTo] = useState<string>(initial.to);
  const [error, setError] = useState<string | null>(null);
  // An archived caregiver is offered only for a nap that is already theirs.
  const people = caregivers.filter(({ id, archived }) => !archived || id === nap?.caregiverId);

  /**
   * Returns the interval that was typed, or null when a field is incomplete. Unchanged fields
   * return the stored instants: the fields show no seconds, and a wall time may exist twice in a
   * night.
   */
  const parseTimes = (): Interval | null => {
    if (day === initial.day && from === initial.from && to === initial.to)
      return { from: initial.startedAt, to: initial.endedAt };
    return isSupportedDay(day) && isWallTime(from) && isWallTime(to) ? napInterval(day, from, to, household) : null;
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const times = parseTimes();
    if (!times) return setError(t('naps.half'));
    const fields = { caregiverId: personId, startedAt: times.from, endedAt: times.to };
    const isWritten = nap
      ? reportResult(await changeNap(db, { napId: nap.id, change: fields, now: readClock() }), {
          message: () => t('naps.toast.changed'),
          onRefused: setError,
        })
      : await onAdd(fields, setError);
    if (isWritten) onClose();
  };

  const remove = async () => {
    if (!nap) return;
    const result = await removeNap(db, { napId: nap.id, now: readClock() });
    if (reportResult(result, { message: () => t('naps.toast.removed'), onRefused: setError })) onClose();
  };

  return (
    <Sheet title={t(nap ? 'naps.editTitle' : 'naps.newTitle')} onClose={onClose}>
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={save}>
        <Choice
          label={t('naps.who')}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={personId}
          onPick={setPersonId}
        />
        <Field
          label={t('naps.day')}
          error={null}
          type="date"
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <div className={form.twoColumns}>
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
          <Button variant="primary" type="submit">
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
