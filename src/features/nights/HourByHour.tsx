import { Link } from 'wouter';
import { PersonMark } from '@/components/PersonMark';
import type { Incident } from '@/domain/rows/incident';
import { useHousehold } from '@/hooks/household';
import { useLines } from '@/hooks/useLines';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { byHour, type HourLine, type HourOfLines } from './hours';
import styles from './nights.module.css';

/** Who did what, when: the lines of all wake-ups in the order in which they happened. */
export function HourByHour({ night, incidents }: { night: Day; incidents: readonly Incident[] }) {
  const { t } = useWords();
  const { household } = useHousehold();
  const hours = byHour(incidents, household.timeZone);
  const severalChildren = new Set(incidents.map(({ childId }) => childId)).size > 1;
  if (hours.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="hour-by-hour">
      <h2 id="hour-by-hour">{t('nights.hourByHour')}</h2>
      <ol className={styles.hours}>
        {hours.map((hour) => (
          <li key={hour.key}>
            <HourName hour={hour} />
            <ol>
              {hour.lines.map((line) => (
                <li key={`${line.incident.id} ${line.entry.id}`}>
                  <Line night={night} line={line} marked={severalChildren} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function HourName({ hour: { at, which } }: { hour: HourOfLines }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const hour = format.time(at);
  return <h3>{which === 'once' ? hour : t(`nights.${which}Time`, { hour })}</h3>;
}

/** One line, and the way to its wake-up; marked with the child where several woke. */
function Line({ night, line: { incident, entry }, marked }: { night: Day; line: HourLine; marked: boolean }) {
  const { t } = useWords();
  const { children, format } = useHousehold();
  const { title, more } = useLines(incident)(entry);
  const child = children.find(({ id }) => id === incident.childId);
  const small = [more, entry.estimated && t('common.estimated')].filter(Boolean).join(' · ');
  return (
    <Link href={`/nights/${night}/${incident.id}`} className={styles.hourLine}>
      <time>{format.time(entry.at)}</time>
      <span>
        {title}
        {small && <small>{small}</small>}
      </span>
      {marked && (
        <>
          <span className="visually-hidden">{child?.name}</span>
          <PersonMark name={child?.name ?? '?'} color={child?.color ?? 'grey'} />
        </>
      )}
    </Link>
  );
}
