import type { Translation } from '@/i18n/useTranslation';
import { listenForInstallPrompt } from '@/pwa/install';
import { registerServiceWorker, reloadOnPreloadError } from '@/pwa/serviceWorker';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/**
 * Listens for a new version of the app and for the offer to install it. The app calls this before
 * the first frame; the screens show the results.
 */
export function listenForUpdates({ t }: Translation): void {
  listenForInstallPrompt();
  reloadOnPreloadError();
  registerServiceWorker({
    onUpdateReady: (apply) => useAppStatus.getState().set({ applyUpdate: apply }),
    onUpdatedElsewhere: () => useAppStatus.getState().set({ updatedElsewhere: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().queueInfo(t('common.update.offlineReady')),
  });
}
