import type { Translation } from '@/i18n/useTranslation';
import { listenForInstallPrompt } from '@/pwa/install';
import { registerServiceWorker, reloadOnPreloadError } from '@/pwa/serviceWorker';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/** Listens for a new version, and for the offer to install, from before the first frame; what is shown of it is for the screens. */
export function listenForUpdates({ t }: Translation): void {
  listenForInstallPrompt();
  reloadOnPreloadError();
  registerServiceWorker({
    onUpdateReady: (apply) => useAppStatus.getState().set({ applyUpdate: apply }),
    onUpdatedElsewhere: () => useAppStatus.getState().set({ updatedElsewhere: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().queueInfo(t('common.update.offlineReady')),
  });
}
