import { RowGroup } from '@/components/rows/RowGroup';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import { OwnPagerSetting } from './OwnPagerSetting';
import { PagesByItselfRow } from './PagesByItselfRow';
import { PhonesFrame } from './PhonesFrame';

/** Household → Phones → Pager: whether this phone rings, and whether phones page by themselves. */
export function PagerPage() {
  const { t } = useTranslation();
  const isSharing = useSyncStatus(({ sharing }) => sharing === 'on');
  return (
    <PhonesFrame title={t('pager.title')}>
      {isSharing ? (
        <>
          <OwnPagerSetting />
          <RowGroup>
            <PagesByItselfRow />
          </RowGroup>
        </>
      ) : (
        <p>{t('pager.noServer')}</p>
      )}
    </PhonesFrame>
  );
}
