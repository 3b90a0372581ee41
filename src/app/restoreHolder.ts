import type { InfernalDatabase } from '@/db/database';
import { readSharing } from '@/db/sharing/readSharing';
import { useDeviceSettings } from '@/stores/device';

/**
 * Takes from the log who holds this phone, if the settings of the device do not say it: they are in
 * localStorage, which a browser that was killed may lose, and the log is not. Nothing happens on a
 * phone that does not share its log, or that belongs to nobody.
 */
export async function restoreHolder(db: InfernalDatabase): Promise<void> {
  const sharing = await readSharing(db);
  const { holderId, set } = useDeviceSettings.getState();
  if (holderId === null && sharing?.caregiverId) set({ holderId: sharing.caregiverId });
}
