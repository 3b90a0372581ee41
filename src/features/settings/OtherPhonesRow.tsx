import { LinkRow } from '@/components/rows/LinkRow';
import { useCanShare, usePhones } from '@/hooks/usePhones';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';

/** The row of the phones that share this log, with how they stand to each other. */
export function OtherPhonesRow() {
  const { t } = useTranslation();
  const count = usePhones()?.length ?? 1;
  const { sharing, contact, clockAheadMs, needsUpdate } = useSyncStatus();
  if (!useCanShare()) return null;
  const urgent = formatUrgent();
  return <LinkRow page="phones" title={t('phones.title')} state={urgent ?? formatState()} isUrgent={urgent !== null} />;

  /** What asks for something to be done. The page behind the row says more of it. */
  function formatUrgent(): string | null {
    if (sharing === 'removed') return t('phones.row.removed');
    if (clockAheadMs !== null) return t('phones.row.clock');
    return needsUpdate ? t('phones.row.update') : null;
  }

  function formatState(): string {
    return sharing === 'off' ? t('phones.row.alone') : t(`phones.row.${contact?.state ?? 'shared'}`, { count });
  }
}
