import type { DeletedRow } from '@/db/deleted';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { useHealthText } from './useHealthText';
import { useHousehold } from './useHousehold';

/**
 * Returns a function that formats what a deleted row was: its name with whom it was about, and when
 * it was.
 */
export function useDeletedText() {
  const { t } = useTranslation();
  const { children, caregivers, format, household } = useHousehold();
  const { formatMedicine, formatCelsius, formatIllness } = useHealthText();
  const childOf = ({ childId }: { childId: string }) => children.find(({ id }) => id === childId)?.name ?? '?';
  const moment = (at: Instant) => formatMoment(at, format, household);

  return ({ table, row }: DeletedRow): { title: string; when: string | null } => {
    switch (table) {
      case 'incidents': {
        const state = foldTimeline(row.timeline);
        const end = state?.resolution ? ` – ${format.time(state.resolution.at)}` : '';
        return { title: childOf(row), when: state ? moment(state.detectedAt) + end : null };
      }
      case 'chores':
        return { title: row.title, when: moment(row.deferredAt) };
      case 'episodes':
        return { title: `${formatIllness(row)} · ${childOf(row)}`, when: format.day(row.startDay) };
      case 'observations': {
        const observed = row.kind === 'medicine' ? formatMedicine(row) : formatCelsius(row.celsius);
        return { title: `${observed} · ${childOf(row)}`, when: moment(row.at) };
      }
      case 'naps': {
        const name = caregivers.find(({ id }) => id === row.caregiverId)?.name ?? t('common.somebody');
        return { title: name, when: `${moment(row.startedAt)} – ${format.time(row.endedAt)}` };
      }
      case 'runbooks':
      case 'children':
      case 'caregivers':
        return { title: row.name, when: null };
    }
  };
}
