import { lazy, type ReactNode, Suspense } from 'react';
import { isPage } from '@/domain/paging/isPage';
import { liveEntries } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Incident.module.css';

const OnlyTheLine = ({ children }: { children: ReactNode }) => children;
/** Most nights nobody is paged. */
const GoBack = lazy(() => import('./GoBack').catch(() => ({ default: OnlyTheLine })));

/** Says in one line what was done last, or that whoever paged may go back to sleep. */
export function LatestEntry({ shown }: { shown: FoldedIncident }) {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const lines = liveEntries(shown.incident.timeline).flatMap((entry) => {
    const time = format.time(entry.at);
    switch (entry.kind) {
      case 'acknowledged':
        return [t('tonight.toast.acknowledged', { name: nameOf(entry.by), time })];
      case 'noResponse':
        return [
          t(entry.declined ? 'tonight.toast.declined' : 'tonight.toast.noResponse', { name: nameOf(entry.by), time }),
        ];
      case 'stoodDown':
        return [t('tonight.toast.stoodDown', { name: nameOf(entry.by), time })];
      case 'remedy':
        return [t('tonight.toast.remedy', { remedy: t(`common.remedy.${entry.remedy}`), time })];
      default:
        return [];
    }
  });
  const line = <p className={styles.latest}>{lines.at(-1)}</p>;
  if (!shown.state.entries.some(isPage)) return line;
  return (
    <Suspense fallback={line}>
      <GoBack shown={shown}>{line}</GoBack>
    </Suspense>
  );
}
