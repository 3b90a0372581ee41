import { Pencil } from 'lucide-react';
import type { Observation } from '@/domain/health/observation';
import { useHousehold } from '@/hooks/household';
import { useHealthWords } from '@/hooks/useHealthWords';
import type { Day, Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './health.module.css';
import { useDays } from './useDays';

interface ObservationListProps {
  /** The newest first. */
  observations: readonly Observation[];
  now: Instant;
  onChange: (observation: Observation) => void;
}

/** What was measured and given, day by day. */
export function ObservationList({ observations, now, onChange }: ObservationListProps) {
  const { household, format } = useHousehold();
  const days = useDays(now);
  const words = useHealthWords();
  return (
    <ol className={styles.days}>
      {byDay(observations, household.timeZone).map(([day, ofDay]) => (
        <li key={day}>
          <h4>{days.say(day)}</h4>
          <ol>
            {ofDay.map((one) => (
              <li key={one.id}>
                <button type="button" className={styles.line} onClick={() => onChange(one)}>
                  <time>{format.time(one.at)}</time>
                  <span>{one.kind === 'temperature' ? words.celsius(one.celsius) : words.medicine(one)}</span>
                  <Pencil aria-hidden="true" size={18} />
                </button>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function byDay(observations: readonly Observation[], timeZone: string): [Day, Observation[]][] {
  const days = new Map<Day, Observation[]>();
  for (const one of observations) {
    const { day } = wallClockAt(one.at, timeZone);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}
