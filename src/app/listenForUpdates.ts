import type { Translation } from '@/i18n/useTranslation';
import { listenForInstallPrompt } from '@/pwa/install';
import { registerServiceWorker, reloadOnPreloadError } from '@/pwa/serviceWorker';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/**
 * Connects the service worker's events and the browser's offer to install the app with the stores,
 * from which the screens read them, and reloads if a file of a replaced version is gone. It runs
 * before the first frame, because the browser may make the offer before React renders, and makes it
 * only once.
 */
export function listenForUpdates({ t }: Translation): void {
  listenForInstallPrompt();
  reloadOnPreloadError();
  registerServiceWorker({
    onUpdateReady: (apply) => useAppStatus.getState().set({ applyUpdate: apply }),
    // The other tab has applied the update, so this one only has to reload.
    onUpdatedInOtherTab: () => useAppStatus.getState().set({ updatedInOtherTab: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().queueInfo(t('common.update.offlineReady')),
  });
}
