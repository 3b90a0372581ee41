import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { KeptHint } from '@/components/KeptHint';
import { changeIncident } from '@/db/incidents';
import type { Incident } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import styles from './nights.module.css';

/**
 * Edits the incident's note. The note is saved on a tap of the button only, so that no half-typed
 * text is saved.
 */
export function NoteField({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const kept = useKeptFields(`note.${incident.id}`, { note: incident.note });
  const { note } = kept.fields;
  const [error, setError] = useState<string | null>(null);
  const id = useId();

  const save = async () => {
    const change = { note: note.trim() };
    const result = await changeIncident(db, { incidentId: incident.id, change, now: readClock() });
    if (!reportResult(result, { message: () => t('nights.toast.noteKept'), onRefused: setError })) return;
    kept.forget();
    setError(null);
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('nights.note')}</label>
      <textarea
        id={id}
        className={controls.input}
        rows={2}
        value={note}
        aria-invalid={error !== null}
        aria-describedby={`${id}-error`}
        onChange={(event) => kept.change({ note: event.target.value })}
      />
      <p id={`${id}-error`} role="alert" className={controls.error}>
        {error}
      </p>
      <KeptHint {...kept} />
      {note.trim() !== incident.note && <Button onClick={save}>{t('nights.noteSave')}</Button>}
    </div>
  );
}
