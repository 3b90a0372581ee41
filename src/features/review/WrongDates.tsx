import type { WrongClock } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, type Instant } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import styles from './review.module.css';

/** So many wake-ups are named; of more, their number is. */
const LINES_SHOWN = 3;

/**
 * What a wrong clock has dated: each wake-up with its first wrong instant, and where that moves.
 */
export function WrongDates({ proposal: { incidents, repair } }: { proposal: WrongClock }) {
  const { t } = useTranslation();
  const { children } = useHousehold();
  const formatMoment = useMoment();
  const lines = incidents.slice(0, LINES_SHOWN).map((incident) => {
    const instants = repair.dates.filter(({ rowId }) => rowId === incident.id).map(({ at }) => at);
    const at = Math.min(...instants) as Instant;
    return { id: incident.id, child: children.find(({ id }) => id === incident.childId)?.name ?? '?', at };
  });
  const hiddenCount = incidents.length - lines.length;
  const otherCount = repair.dates.filter(({ table }) => table !== 'incidents').length;
  return (
    <ul className={styles.dates}>
      {lines.map(({ id, child, at }) => (
        <li key={id}>
          <span>{child}</span>
          <strong>{formatMoment(at)}</strong>
          <span>{t('review.clock.now', { from: formatMoment(addMs(at, repair.byMs)) })}</span>
        </li>
      ))}
      {hiddenCount > 0 && <li>{t('review.clock.more', { count: hiddenCount })}</li>}
      {otherCount > 0 && <li>{t('review.clock.others', { count: otherCount })}</li>}
    </ul>
  );
}

/** Returns a function that writes an instant as its day, with its year, and its time. */
export function useMoment(): (at: Instant) => string {
  const { household, format } = useHousehold();
  return (at) => `${format.longDay(wallClockAt(at, household).day)}, ${format.time(at)}`;
}
