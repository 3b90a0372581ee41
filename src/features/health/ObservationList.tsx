import Pencil from 'lucide-react/icons/pencil';
import type { Observation } from '@/domain/health/observation';
import { useHealthText } from '@/hooks/useHealthText';
import { useHousehold } from '@/hooks/useHousehold';
import type { Day, Instant } from '@/lib/time';
import { wallClockAt, type Zone } from '@/lib/zone';
import styles from './health.module.css';
import { useDayText } from './useDayText';

interface ObservationListProps {
  /** Sorted from newest to oldest. */
  observations: readonly Observation[];
  now: Instant;
  onEdit: (observation: Observation) => void;
}

/** A list of temperatures and doses, grouped by day. */
export function ObservationList({ observations, now, onEdit }: ObservationListProps) {
  const { household, format } = useHousehold();
  const days = useDayText(now);
  const healthText = useHealthText();
  return (
    <ol className={styles.days}>
      {groupByDay(observations, household).map(([day, dayObservations]) => (
        <li key={day}>
          <h4>{days.formatDay(day)}</h4>
          <ol>
            {dayObservations.map((row) => (
              <li key={row.id}>
                <button type="button" className={styles.line} onClick={() => onEdit(row)}>
                  <time>{format.time(row.at)}</time>
                  <span>
                    {row.kind === 'temperature'
                      ? healthText.formatCelsius(row.celsius)
                      : healthText.formatMedicine(row)}
                  </span>
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

function groupByDay(observations: readonly Observation[], zone: Zone): [Day, Observation[]][] {
  const days = new Map<Day, Observation[]>();
  for (const observation of observations) {
    const { day } = wallClockAt(observation.at, zone);
    days.set(day, [...(days.get(day) ?? []), observation]);
  }
  return [...days];
}
