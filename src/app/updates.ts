import type { Words } from '@/i18n/language';
import { listenForInstall } from '@/pwa/install';
import { reloadOnPreloadError, startServiceWorker } from '@/pwa/serviceWorker';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/** Listens for a new version, and for the offer to install, from before the first frame; what is shown of it is for the screens. */
export function onUpdates({ t }: Words): void {
  listenForInstall();
  reloadOnPreloadError();
  startServiceWorker({
    onUpdateReady: (apply) => useStatus.getState().set({ applyUpdate: apply }),
    onUpdatedElsewhere: () => useStatus.getState().set({ updatedElsewhere: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().inform(t('common.update.offlineReady')),
  });
}
