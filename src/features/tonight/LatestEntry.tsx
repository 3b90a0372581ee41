import { liveEntries } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';

/** The number of latest lines shown under the clock. */
const ENTRIES_SHOWN = 3;

/** Shows the latest lines of what was done so far. */
export function LatestEntries({ current }: { current: FoldedIncident }) {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const lines = liveEntries(current.incident.timeline).flatMap((entry) => {
    const time = format.time(entry.at);
    switch (entry.kind) {
      case 'acknowledged':
        return [{ id: entry.id, text: t('tonight.toast.acknowledged', { name: nameOf(entry.by), time }) }];
      case 'stoodDown':
        return [{ id: entry.id, text: t('tonight.toast.stoodDown', { name: nameOf(entry.by), time }) }];
      case 'remedy':
        return [
          { id: entry.id, text: t('tonight.toast.remedy', { remedy: t(`common.remedy.${entry.remedy}`), time }) },
        ];
      default:
        return [];
    }
  });
  return (
    <ul className={styles.log}>
      {lines.slice(-ENTRIES_SHOWN).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
