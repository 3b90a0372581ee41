import type { ForgottenIncident } from '@/domain/forgotten';
import { formatMoment } from '@/i18n/formatMoment';
import { useTranslation } from '@/i18n/useTranslation';
import { useHousehold } from './useHousehold';

/** Returns a function that says of a forgotten incident since when it is open, and what counts. */
export function useForgottenText(): (forgotten: ForgottenIncident) => string {
  const { t } = useTranslation();
  const { household, children, format } = useHousehold();
  return ({ childId, since, until }) =>
    t('nights.forgotten', {
      child: children.find(({ id }) => id === childId)?.name ?? t('common.somebody'),
      since: formatMoment(since, format, household),
      until: formatMoment(until, format, household),
    });
}
