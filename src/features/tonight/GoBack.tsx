import type { ReactNode } from 'react';
import { pagesIn } from '@/domain/paging/pagesIn';
import type { FoldedIncident } from '@/domain/tonight';
import { useDayMessages } from '@/hooks/useDayMessages';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Incident.module.css';

interface GoBackProps {
  shown: FoldedIncident;
  /** What stands here otherwise. */
  children: ReactNode;
}

/** Sends whoever paged back to sleep, once the page was answered. */
export default function GoBack({ shown: { state }, children }: GoBackProps) {
  const { t } = useTranslation();
  const { caregivers, holder } = useHousehold();
  const areWordsHere = useDayMessages();
  const up = pagesIn(state).findLast(({ answer }) => answer?.kind === 'up')?.escalated.to;
  // Whoever is up, too, is not sent to bed.
  if (!areWordsHere || up === undefined || up === holder?.id || state.caregiversUp.join() !== up) return children;
  const name = caregivers.find(({ id }) => id === up)?.name ?? t('common.somebody');
  return <p className={styles.goBack}>{t('paging.state.goBack', { name })}</p>;
}
