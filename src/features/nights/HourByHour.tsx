import { Link } from 'wouter';
import type { Incident } from '@/domain/rows/incident';
import { useEntryText } from '@/hooks/useEntryText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { groupEntriesByHour, type HourGroup, type IncidentEntry } from './groupEntriesByHour';
import styles from './nights.module.css';

/** Lists who did what and when: the lines of all wake-ups in chronological order. */
export function HourByHour({ night, incidents }: { night: Day; incidents: readonly Incident[] }) {
  const { household } = useHousehold();
  const hours = groupEntriesByHour(incidents, household);
  const hasSeveralChildren = new Set(incidents.map(({ childId }) => childId)).size > 1;
  return (
    <ol className={styles.hours}>
      {hours.map((hour) => (
        <li key={hour.key}>
          <HourName hour={hour} />
          <ol>
            {hour.entries.map((line) => (
              <li key={`${line.incident.id} ${line.entry.id}`}>
                <EntryRow night={night} line={line} showsChild={hasSeveralChildren} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function HourName({ hour: { at, occurrence } }: { hour: HourGroup }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const hour = format.time(at);
  return <h3>{occurrence === 'once' ? hour : t(`nights.${occurrence}Time`, { hour })}</h3>;
}

/**
 * One line, linked to its wake-up. If several children woke, the line shows which child it is
 * about.
 */
function EntryRow({
  night,
  line: { incident, entry },
  showsChild,
}: {
  night: Day;
  line: IncidentEntry;
  showsChild: boolean;
}) {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  const { title, detail } = useEntryText(incident)(entry);
  const child = children.find(({ id }) => id === incident.childId);
  const name = showsChild && entry.kind !== 'detected' && (child?.name ?? '?');
  const subtitle = [name, detail, entry.estimated && t('common.estimated')].filter(Boolean).join(' · ');
  return (
    <Link href={`/nights/${night}/${incident.id}`} className={styles.hourLine}>
      <time>{format.time(entry.at)}</time>
      <span>
        {title}
        {subtitle && <small>{subtitle}</small>}
      </span>
    </Link>
  );
}
