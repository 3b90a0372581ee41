import { liveEntries } from '@/domain/timeline/fold';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import styles from './Tonight.module.css';

/** So many of the last lines are told under the clock. */
const LINES_TOLD = 3;

/** What was done so far, the last of it. */
export function LastLines({ current }: { current: Folded }) {
  const { t } = useWords();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const lines = liveEntries(current.incident.timeline).flatMap((entry) => {
    const time = format.time(entry.at);
    switch (entry.kind) {
      case 'acknowledged':
        return [{ id: entry.id, text: t('tonight.said.acknowledged', { name: nameOf(entry.by), time }) }];
      case 'stoodDown':
        return [{ id: entry.id, text: t('tonight.said.stoodDown', { name: nameOf(entry.by), time }) }];
      case 'remedy':
        return [{ id: entry.id, text: t('tonight.said.remedy', { remedy: t(`common.remedy.${entry.remedy}`), time }) }];
      default:
        return [];
    }
  });
  return (
    <ul className={styles.log}>
      {lines.slice(-LINES_TOLD).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
