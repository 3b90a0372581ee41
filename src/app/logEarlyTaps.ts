import type { InfernalDatabase } from '@/db/database';
import { applyEarlyTaps } from '@/db/earlyTaps';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useDeviceSettings } from '@/stores/device';
import { useToasts } from '@/stores/toasts';

/** Turns early taps into incidents, and says how many. */
export async function logEarlyTaps(db: InfernalDatabase, { t }: Translation): Promise<void> {
  const openedCount = await applyEarlyTaps(db, useDeviceSettings.getState().holderId, readClock()).catch(() => 0);
  if (openedCount > 0) useToasts.getState().showSuccess(t('tonight.toast.earlyTaps', { count: openedCount }));
}
