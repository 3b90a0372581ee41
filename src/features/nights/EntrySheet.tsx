import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { removeEntry } from '@/db/correctIncident';
import { addEntry } from '@/db/editIncident';
import { replaceEntry } from '@/db/incidents';
import type { Entry, Incident } from '@/domain/rows/incident';
import { instantInMinute } from '@/domain/timeline/instantInMinute';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
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
  const [chosen, setDraft] = useState(entry);
  const kept = useKeptFields(`line.${incident.id}.${newTitle ? 'new' : entry.id}`, {
    text: entry.kind === 'note' ? entry.text : '',
  });
  const draft: Entry = chosen.kind === 'note' ? { ...chosen, text: kept.fields.text } : chosen;
  const change = (next: Entry) => {
    setDraft(next);
    if (next.kind === 'note') kept.change({ text: next.text });
  };
  const [at, setAt] = useState<Instant | null>(entry.at);
  const [error, setError] = useState<string | null>(null);

  // The incident is read again when another window changes it; the line is the one that was opened.
  const stored = incident.timeline.find(({ id }) => id === entry.id);
  const lineState = newTitle ? 'same' : stateOf(entry, stored);

  const save = async () => {
    if (at === null || lineState === 'gone') return;
    // A picked minute becomes an instant that keeps the order of the timeline; an unchanged time
    // keeps its seconds.
    const correctedAt = at === entry.at ? at : instantInMinute(at, draft, incident.timeline);
    const write = { incidentId: incident.id, entry: { ...draft, at: correctedAt }, now: readClock() };
    const result = await (newTitle ? addEntry : replaceEntry)(db, write);
    if (!reportResult(result, { message: () => t('nights.toast.changed'), onRefused: setError })) return;
    kept.forget();
    onClose();
  };

  const remove = async () => {
    const result = await removeEntry(db, { incidentId: incident.id, entryId: entry.id, now: readClock() });
    if (reportResult(result, { message: () => t('nights.toast.removed'), onRefused: setError })) onClose();
  };

  const title = newTitle ?? t('nights.changeLine', { line: formatEntry(entry).title });
  return (
    <Sheet title={title} onClose={onClose}>
      <WallTimeField label={t('nights.at')} defaultAt={entry.at} zone={household} onPick={setAt} />
      <Chip pressed={draft.estimated} onClick={() => setDraft({ ...draft, estimated: !draft.estimated })}>
        {t('nights.guess')}
      </Chip>
      <ElsewhereHint state={lineState} />
      <EntryFields draft={draft} onChange={change} />
      <KeptHint {...kept} />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        {!newTitle && lineState !== 'gone' && <Button onClick={remove}>{t('common.remove')}</Button>}
        <Button variant="primary" disabled={at === null || isEmptyNote(draft) || lineState === 'gone'} onClick={save}>
          {t('common.save')}
        </Button>
      </div>
    </Sheet>
  );
}

/** What happened to a line since the sheet was opened with it. */
function stateOf(opened: Entry, stored: Entry | undefined): 'same' | 'changed' | 'gone' {
  if (!stored || stored.deletedAt !== null) return 'gone';
  return stored.updatedAt === opened.updatedAt ? 'same' : 'changed';
}

const isEmptyNote = (entry: Entry): boolean => entry.kind === 'note' && entry.text.trim() === '';
