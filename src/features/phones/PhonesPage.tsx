import { SettingFrame } from '@/components/SettingFrame';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import { NotSharing } from './NotSharing';
import { Removed } from './Removed';
import { Sharing } from './Sharing';

const STATES = { off: NotSharing, on: Sharing, removed: Removed };

/** Household → Phones: how the phones of the household stand to each other, or how to begin. */
export function PhonesPage() {
  const { t } = useTranslation();
  const State = STATES[useSyncStatus(({ sharing }) => sharing)];
  return (
    <SettingFrame title={t('phones.title')}>
      <State />
    </SettingFrame>
  );
}
