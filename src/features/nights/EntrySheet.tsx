import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { removeEntry } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { replaceEntry } from '@/db/incidents';
import type { Entry, Incident } from '@/domain/rows/incident';
import { instantInMinute } from '@/domain/timeline/instantInMinute';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { Instant } from '@/lib/time';
import { EntryFields } from './EntryFields';
import styles from './nights.module.css';

interface EntrySheetProps {
  incident: Incident;
  entry: Entry;
  /** The sheet's title for a line that is not in the timeline yet. */
  newTitle?: string;
  onClose: () => void;
}

/**
 * Edits one line of a timeline: its time, whether the time is a guess, and the other fields of its
 * kind.
 */
export function EntrySheet({ incident, entry, newTitle, onClose }: EntrySheetProps) {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  const reportResult = useReportResult();
  const formatEntry = useEntryText(incident);
  const [draft, setDraft] = useState(entry);
  const [at, setAt] = useState<Instant | null>(entry.at);
  const [error, setError] = useState<string | null>(null);

  const save = async () => {
    if (at === null) return;
    // A picked minute becomes an instant that keeps the order of the timeline; an unchanged time
    // keeps its seconds.
    const correctedAt = at === entry.at ? at : instantInMinute(at, draft, incident.timeline);
    const write = { incidentId: incident.id, entry: { ...draft, at: correctedAt }, now: readClock() };
    const result = await (newTitle ? addEntry : replaceEntry)(db, write);
    if (reportResult(result, { message: () => t('nights.toast.changed'), onRefused: setError })) onClose();
  };

  const remove = async () => {
    const result = await removeEntry(db, { incidentId: incident.id, entryId: entry.id, now: readClock() });
    if (reportResult(result, { message: () => t('nights.toast.removed'), onRefused: setError })) onClose();
  };

  const title = newTitle ?? t('nights.changeLine', { line: formatEntry(entry).title });
  return (
    <Sheet title={title} onClose={onClose}>
      <WallTimeField label={t('nights.at')} defaultAt={entry.at} timeZone={household} onPick={setAt} />
      <Chip pressed={draft.estimated} onClick={() => setDraft({ ...draft, estimated: !draft.estimated })}>
        {t('nights.guess')}
      </Chip>
      <EntryFields draft={draft} onChange={setDraft} />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        {!newTitle && <Button onClick={remove}>{t('common.remove')}</Button>}
        <Button variant="primary" disabled={at === null || isEmptyNote(draft)} onClick={save}>
          {t('common.save')}
        </Button>
      </div>
    </Sheet>
  );
}

const isEmptyNote = (entry: Entry): boolean => entry.kind === 'note' && entry.text.trim() === '';
