import type { InfernalDatabase } from '@/db/database';
import { applyEarlyTaps } from '@/db/earlyTaps';
import type { Translation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { useDeviceSettings } from '@/stores/device';
import { useToasts } from '@/stores/toasts';

/** Turns early taps into incidents, says how many, and offers to undo them. */
export async function logEarlyTaps(db: InfernalDatabase, { t }: Translation): Promise<void> {
  const applied = await applyEarlyTaps(db, useDeviceSettings.getState().holderId, readClock()).catch(() => null);
  if (!applied?.openedCount) return;
  useToasts.getState().showSuccess(t('tonight.toast.earlyTaps', { count: applied.openedCount }), applied.undo);
}
