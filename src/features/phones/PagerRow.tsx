import { LinkRow } from '@/components/rows/LinkRow';
import { useTranslation } from '@/i18n/useTranslation';
import { usePagerState } from './usePagerState';

/** The row of the pager, with how it stands on this phone. */
export function PagerRow() {
  const { t } = useTranslation();
  const state = usePagerState();
  return (
    <LinkRow
      page="phones/pager"
      title={t('pager.title')}
      {...(state && { state: t(`pager.row.${state}`) })}
      isUrgent={state === 'lost'}
    />
  );
}
