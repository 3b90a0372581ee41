import { LinkRow } from '@/components/rows/LinkRow';
import { useCanShare, usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';

/** The row of the phones that share this log, with how they stand to each other. */
export function OtherPhonesRow() {
  const { t } = useTranslation();
  const count = usePhones()?.length ?? 1;
  const { sharing, contact } = useSyncStatus();
  if (!useCanShare()) return null;
  return <LinkRow page="phones" title={t('phones.title')} state={formatState()} isUrgent={sharing === 'removed'} />;

  function formatState(): string {
    if (sharing === 'off') return t('phones.row.alone');
    if (sharing === 'removed') return t('phones.row.removed');
    return t(`phones.row.${contact?.state ?? 'shared'}`, { count });
  }
}
