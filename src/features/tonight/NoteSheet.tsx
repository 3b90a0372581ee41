import { use, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { changeIncident } from '@/db/incidents';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** Writes a note to read in the morning. */
export default function NoteSheet({ current, onClose }: { current: FoldedIncident; onClose: () => void }) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const kept = useKeptFields(`note.${current.incident.id}`, { note: current.incident.note });
  const { note } = kept.fields;
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    const write = { incidentId: current.incident.id, change: { note: note.trim() }, now: readClock() };
    const result = await changeIncident(db, write);
    if (!reportResult(result, { message: () => t('sheets.toast.note'), onRefused: setError })) return;
    kept.forget();
    onClose();
  };

  return (
    <Sheet night title={t('sheets.note')} onClose={onClose}>
      <KeptHint {...kept} />
      <textarea
        className={controls.input}
        rows={3}
        value={note}
        aria-label={t('sheets.note')}
        aria-invalid={error !== null}
        aria-describedby="note-error"
        onChange={(event) => kept.change({ note: event.target.value })}
      />
      <p id="note-error" role="alert" className={controls.error} hidden={error === null}>
        {error}
      </p>
      <Button night variant="primary" onClick={save}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}
