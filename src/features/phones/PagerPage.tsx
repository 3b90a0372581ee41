import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { LinkRow } from '@/components/rows/LinkRow';
import { RowGroup } from '@/components/rows/RowGroup';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import { OwnPagerSetting } from './OwnPagerSetting';
import { PagesByItselfRow } from './PagesByItselfRow';
import { PhonesFrame } from './PhonesFrame';
import { WebhookRow } from './WebhookRow';

/** Household → Phones → Pager: whether this phone rings, and what pages do in this household. */
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
            <LinkRow page="phones/test" title={t('pager.test.title')} />
            <WebhookRow />
          </RowGroup>
          <Link href="/watch" className={controls.button}>
            {t('watch.title')}
          </Link>
        </>
      ) : (
        <p>{t('pager.noServer')}</p>
      )}
    </PhonesFrame>
  );
}
