import type { Words } from '@/i18n/language';
import { reloadOnPreloadError, startServiceWorker } from '@/pwa/serviceWorker';
import { useStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/** Listens for a new version from before the first frame; whether it is offered is for the screen to say. */
export function onUpdates({ t }: Words): void {
  reloadOnPreloadError();
  startServiceWorker({
    onUpdateReady: (apply) => useStatus.getState().set({ applyUpdate: apply }),
    onUpdatedElsewhere: () => useStatus.getState().set({ updatedElsewhere: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().say(t('common.update.offlineReady')),
  });
}
