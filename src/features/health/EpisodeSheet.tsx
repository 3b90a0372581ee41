import { type FormEvent, useId, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { addEpisode, changeEpisode, removeEpisode } from '@/db/health';
import type { Refusal } from '@/domain/refusal';
import { isSupportedDay } from '@/domain/rows/fields';
import type { Child } from '@/domain/rows/household';
import { type Episode, episodeSchema } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useReportResult } from '@/hooks/useReportResult';
import { useRowState } from '@/hooks/useRowState';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import type { Day, Instant } from '@/lib/time';
import { useDayText } from './useDayText';

interface EpisodeSheetProps {
  child: Child;
  /** Null for a new illness. */
  episode: Episode | null;
  now: Instant;
  onClose: () => void;
}

const KINDS = episodeSchema.entries.kind.options;

type Errors = Partial<Record<'label' | 'start' | 'end' | 'note', string>>;

/** The sheet that adds, changes or deletes an illness: its kind, its name, its days and a note. */
export function EpisodeSheet({ child, episode, now, onClose }: EpisodeSheetProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const { today } = useDayText(now);
  const [kind, setKind] = useState(episode?.kind ?? 'cold');
  const rowState = useRowState('episodes', episode);
  const kept = useKeptFields(`illness.${episode?.id ?? child.id}`, {
    label: episode?.label ?? '',
    note: episode?.note ?? '',
  });
  const { label, note } = kept.fields;
  const [start, setStart] = useState<string>(episode?.startDay ?? today);
  const [isOngoing, setIsOngoing] = useState(episode?.endDay == null);
  const [end, setEnd] = useState<string>(episode?.endDay ?? today);
  const [errors, setErrors] = useState<Errors>({});
  const noteId = useId();
  // The id belongs to the sheet, so that a double tap on "Save" writes one row twice, not two rows.
  const [id] = useState(() => episode?.id ?? newId());

  /** Returns the error of a day field, or null. An incomplete date field has an empty text. */
  const formatDayError = (day: string) => {
    if (!isSupportedDay(day)) return t('health.error.day');
    return day > today ? t('health.error.dayInFuture') : null;
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const startError = formatDayError(start);
    if (startError) return setErrors({ start: startError });
    const endError = isOngoing ? null : formatDayError(end);
    if (endError) return setErrors({ end: endError });
    const fields = {
      childId: episode?.childId ?? child.id,
      kind,
      label: label.trim() || t(`health.kind.${kind}`),
      startDay: start as Day,
      endDay: isOngoing ? null : (end as Day),
      note: note.trim(),
    };
    const write = { id, now: readClock() };
    const result = await (episode
      ? changeEpisode(db, { ...write, change: fields })
      : addEpisode(db, { ...write, fields }));
    const formatMessage = () =>
      episode ? t('health.toast.changed') : t('health.toast.begun', { child: child.name, label: fields.label });
    const errorField = !result.ok && 'refusal' in result ? fieldOfRefusal(result.refusal) : 'label';
    if (!reportResult(result, { message: formatMessage, onRefused: (text) => setErrors({ [errorField]: text }) }))
      return;
    kept.forget();
    onClose();
  };

  const remove = async () => {
    if (!episode) return;
    const result = await removeEpisode(db, { id: episode.id, now: readClock() });
    if (reportResult(result, { message: () => t('health.toast.removed') })) onClose();
  };

  return (
    <Sheet title={episode ? t('health.change') : t('health.newEpisode', { child: child.name })} onClose={onClose}>
      <KeptHint {...kept} />
      <ElsewhereHint state={rowState} />
      <form className={form.form} noValidate onSubmit={save}>
        <Choice
          label={t('health.field.kind')}
          options={KINDS.map((value) => ({ value, label: t(`health.kind.${value}`) }))}
          value={kind}
          onPick={setKind}
        />
        <Field
          label={t('health.field.label')}
          error={errors.label ?? null}
          placeholder={t(`health.kind.${kind}`)}
          autoComplete="off"
          value={label}
          onChange={({ target }) => kept.change({ label: target.value })}
        />
        <Field
          label={t('health.field.startDay')}
          error={errors.start ?? null}
          type="date"
          max={today}
          value={start}
          onChange={({ target }) => setStart(target.value)}
        />
        <Chip pressed={isOngoing} onClick={() => setIsOngoing(!isOngoing)}>
          {t('health.ongoing')}
        </Chip>
        {!isOngoing && (
          <Field
            label={t('health.field.endDay')}
            error={errors.end ?? null}
            type="date"
            min={start}
            max={today}
            value={end}
            onChange={({ target }) => setEnd(target.value)}
          />
        )}
        <div className={form.field}>
          <label htmlFor={noteId}>{t('health.field.note')}</label>
          <textarea
            id={noteId}
            className={controls.input}
            rows={2}
            value={note}
            aria-invalid={errors.note !== undefined}
            aria-describedby={`${noteId}-error`}
            onChange={({ target }) => kept.change({ note: target.value })}
          />
          <p id={`${noteId}-error`} role="alert" className={controls.error} hidden={errors.note === undefined}>
            {errors.note}
          </p>
        </div>
        <Button variant="primary" type="submit">
          {t('common.save')}
        </Button>
      </form>
      {episode && (
        <Button variant="quiet" onClick={remove}>
          {t('common.remove')}
        </Button>
      )}
    </Sheet>
  );
}

function fieldOfRefusal({ code }: Refusal): keyof Errors {
  if (code === 'endBeforeStart') return 'end';
  if (code === 'inFuture') return 'start';
  return code === 'textTooLong' ? 'note' : 'label';
}
