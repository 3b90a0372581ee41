import { useLiveQuery } from 'dexie-react-hooks';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { BackLink } from '@/components/BackLink';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import frame from '@/components/page.module.css';
import { removeIncident } from '@/db/correctIncident';
import { changeIncident } from '@/db/incidents';
import { readIncident } from '@/db/queries';
import { isSupportedDay } from '@/domain/rows/fields';
import { CAUSES, type Entry, type Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { usePage } from '@/hooks/usePage';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { type Day, MINUTE_MS } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import { AddEntrySheet } from './AddEntrySheet';
import { DeletedLines } from './DeletedLines';
import { EntrySheet } from './EntrySheet';
import { MoveSheet } from './MoveSheet';
import { NoteField } from './NoteField';
import styles from './nights.module.css';

/** Shows one incident line by line. Each line can be corrected, under the same rules as a tap. */
export default function IncidentPage() {
  const { night, incidentId } = useParams<{ night: string; incidentId: string }>();
  return isSupportedDay(night) ? (
    <LoadedIncident night={night} incidentId={incidentId} />
  ) : (
    <IncidentNotFound href="/nights" />
  );
}

function LoadedIncident({ night, incidentId }: { night: Day; incidentId: string }) {
  const { db } = useHousehold();
  // The incident is read by its id, because a correction can move it to another night.
  const result = useLiveQuery(async () => ({ incident: await readIncident(db, incidentId) }), [db, incidentId]);
  if (!result) return <main className={frame.page} />;
  const [folded] = foldIncidents(result.incident ? [result.incident] : []);
  return folded ? <IncidentDetails night={night} folded={folded} /> : <IncidentNotFound href={`/nights/${night}`} />;
}

function IncidentNotFound({ href }: { href: string }) {
  const { t } = useTranslation();
  return (
    <main className={frame.page}>
      <BackLink href={href}>{t('nights.back')}</BackLink>
      <p>{t('common.refusal.unknownIncident')}</p>
    </main>
  );
}

function IncidentDetails({ night, folded: { incident, state } }: { night: Day; folded: FoldedIncident }) {
  const { t } = useTranslation();
  const { children, activeChildren, format } = useHousehold();
  const [editedEntry, setEditedEntry] = useState<Entry | null>(null);
  const [adding, setAdding] = useState(false);
  const [moving, setMoving] = useState(false);
  const child = children.find(({ id }) => id === incident.childId);
  const title = t('nights.incidentTitle', { child: child?.name ?? '?', time: format.time(state.detectedAt) });
  const { change, remove } = useIncidentEdits(night, incident, title);

  usePage(title);

  return (
    <main className={frame.page}>
      <BackLink href={`/nights/${night}`}>{t('nights.back')}</BackLink>
      <h1 className={frame.title}>{title}</h1>
      <section className={styles.section} aria-labelledby="lines">
        <h2 id="lines">{t('nights.lines')}</h2>
        <EntryList incident={incident} onChange={setEditedEntry} />
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={20} />
          {t('nights.addLine')}
        </Button>
      </section>
      <DeletedLines incident={incident} />
      <section className={styles.section} aria-labelledby="cause">
        <h2 id="cause">{t('nights.cause')}</h2>
        <div className={styles.chips}>
          {CAUSES.map((cause) => (
            <Chip
              key={cause}
              pressed={incident.causeId === cause}
              onClick={() => change({ causeId: incident.causeId === cause ? null : cause })}
            >
              {t(`common.cause.${cause}`)}
            </Chip>
          ))}
        </div>
      </section>
      <NoteField incident={incident} />
      {activeChildren.length > 1 && (
        <Choice
          label={t('nights.childWas')}
          options={activeChildren.map(({ id, name }) => ({ value: id, label: name }))}
          value={incident.childId}
          onPick={(childId) => change({ childId })}
        />
      )}
      <Button variant="quiet" onClick={() => setMoving(true)}>
        {t('nights.move')}
      </Button>
      <Button variant="quiet" onClick={remove}>
        {t('nights.removeIncident')}
      </Button>
      {editedEntry && <EntrySheet incident={incident} entry={editedEntry} onClose={() => setEditedEntry(null)} />}
      {moving && <MoveSheet incident={incident} state={state} onClose={() => setMoving(false)} />}
      {adding && <AddEntrySheet incident={incident} onClose={() => setAdding(false)} />}
    </main>
  );
}

function useIncidentEdits(night: Day, incident: Incident, title: string) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const [, navigate] = useLocation();
  return {
    change: async (change: Partial<Pick<Incident, 'causeId' | 'childId'>>) => {
      const result = await changeIncident(db, { incidentId: incident.id, change, now: readClock() });
      reportResult(result, { message: () => t('nights.toast.changed') });
    },
    remove: async () => {
      const result = await removeIncident(db, { incidentId: incident.id, now: readClock() });
      if (!result.ok) return reportResult(result, { message: () => null });
      navigate(`/nights/${night}`);
      return useToasts.getState().showSuccess(t('nights.toast.removedWakeUp', { title }), result.value.undo);
    },
  };
}

function EntryList({ incident, onChange }: { incident: Incident; onChange: (entry: Entry) => void }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const formatEntry = useEntryText(incident);
  const entries = liveEntries(incident.timeline);
  const sharesMinute = ({ id, at }: Entry) =>
    entries.some(
      (candidate) => candidate.id !== id && Math.floor(candidate.at / MINUTE_MS) === Math.floor(at / MINUTE_MS),
    );
  return (
    <ol className={styles.lines}>
      {entries.map((entry) => {
        const { title, detail } = formatEntry(entry);
        const time = sharesMinute(entry) ? format.timeWithSeconds(entry.at) : format.time(entry.at);
        return (
          <li key={entry.id}>
            <button type="button" className={styles.line} onClick={() => onChange(entry)}>
              <time>{time}</time>
              <span>
                {title}
                {(detail || entry.estimated) && (
                  <small>{[detail, entry.estimated && t('common.estimated')].filter(Boolean).join(' · ')}</small>
                )}
              </span>
              <Pencil aria-hidden="true" size={18} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
