import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import frame from '@/components/page.module.css';
import { changeIncident, removeIncident } from '@/db/incidents';
import { readIncident } from '@/db/queries';
import { isDay } from '@/domain/rows/fields';
import { CAUSES, type Entry, type Incident } from '@/domain/rows/incident';
import { liveEntries } from '@/domain/timeline/fold';
import { type Folded, fold } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useLines } from '@/hooks/useLines';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { type Day, MINUTE_MS } from '@/lib/time';
import { useToasts } from '@/stores/toasts';
import { AddLineSheet } from './AddLineSheet';
import { EntrySheet } from './EntrySheet';
import { NoteField } from './NoteField';
import styles from './nights.module.css';

/** One incident, line by line; each line can be corrected under the rules a tap is held to. */
export default function IncidentPage() {
  const { night, incidentId } = useParams<{ night: string; incidentId: string }>();
  return isDay(night) ? <OfNight night={night} incidentId={incidentId} /> : <Gone href="/nights" />;
}

function OfNight({ night, incidentId }: { night: Day; incidentId: string }) {
  const { db } = useHousehold();
  // By its id: corrected, it may come to lie in another night.
  const found = useLiveQuery(async () => ({ incident: await readIncident(db, incidentId) }), [db, incidentId]);
  if (!found) return <main className={frame.page} />;
  const [folded] = fold(found.incident ? [found.incident] : []);
  return folded ? <OneIncident night={night} folded={folded} /> : <Gone href={`/nights/${night}`} />;
}

function Gone({ href }: { href: string }) {
  const { t } = useWords();
  return (
    <main className={frame.page}>
      <p>{t('common.refusal.unknownIncident')}</p>
      <Link href={href}>{t('nights.back')}</Link>
    </main>
  );
}

function OneIncident({ night, folded: { incident, state } }: { night: Day; folded: Folded }) {
  const { t } = useWords();
  const { children, activeChildren, format } = useHousehold();
  const [changing, setChanging] = useState<Entry | null>(null);
  const [adding, setAdding] = useState(false);
  const { change, remove } = useChanges(night, incident);
  const child = children.find(({ id }) => id === incident.childId);
  const title = t('nights.incidentTitle', { child: child?.name ?? '?', time: format.time(state.detectedAt) });

  usePage(title);

  return (
    <main className={frame.page}>
      <div className={styles.head}>
        <Link href={`/nights/${night}`} className={styles.arrow} aria-label={t('nights.back')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1>{title}</h1>
        <span className={styles.arrow} />
      </div>
      <section className={styles.section} aria-labelledby="lines">
        <h2 id="lines">{t('nights.lines')}</h2>
        <Lines incident={incident} onChange={setChanging} />
        <Button onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" size={20} />
          {t('nights.addLine')}
        </Button>
      </section>
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
      <NoteField key={incident.note} incident={incident} />
      {activeChildren.length > 1 && (
        <Choice
          label={t('nights.childWas')}
          options={activeChildren.map(({ id, name }) => ({ value: id, label: name }))}
          value={incident.childId}
          onPick={(childId) => change({ childId })}
        />
      )}
      <Button look="quiet" onClick={remove}>
        {t('nights.removeIncident')}
      </Button>
      {changing && <EntrySheet incident={incident} entry={changing} onClose={() => setChanging(null)} />}
      {adding && <AddLineSheet incident={incident} onClose={() => setAdding(false)} />}
    </main>
  );
}

function useChanges(night: Day, incident: Incident) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const [, navigate] = useLocation();
  return {
    change: async (change: Partial<Pick<Incident, 'causeId' | 'childId'>>) => {
      const result = await changeIncident(db, { incidentId: incident.id, change, now: readClock() });
      answer(result, { said: () => t('nights.said.changed') });
    },
    remove: async () => {
      const result = await removeIncident(db, { incidentId: incident.id, now: readClock() });
      if (!result.ok) return answer(result, { said: () => null });
      navigate(`/nights/${night}`);
      return useToasts.getState().say(t('nights.said.removed'), result.value.undo);
    },
  };
}

function Lines({ incident, onChange }: { incident: Incident; onChange: (entry: Entry) => void }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const lineOf = useLines(incident);
  const entries = liveEntries(incident.timeline);
  const sharesMinute = ({ id, at }: Entry) =>
    entries.some((other) => other.id !== id && Math.floor(other.at / MINUTE_MS) === Math.floor(at / MINUTE_MS));
  return (
    <ol className={styles.lines}>
      {entries.map((entry) => {
        const { title, more } = lineOf(entry);
        const time = sharesMinute(entry) ? format.timeWithSeconds(entry.at) : format.time(entry.at);
        return (
          <li key={entry.id}>
            <button type="button" className={styles.line} onClick={() => onChange(entry)}>
              <time>{time}</time>
              <span>
                {title}
                {(more || entry.estimated) && (
                  <small>{[more, entry.estimated && t('common.estimated')].filter(Boolean).join(' · ')}</small>
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
