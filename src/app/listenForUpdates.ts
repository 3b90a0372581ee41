import type { Translation } from '@/i18n/useTranslation';
import { listenForInstallPrompt } from '@/pwa/installOffer';
import { reloadOnPreloadError } from '@/pwa/reloadOnPreloadError';
import { useAppStatus } from '@/stores/status';
import { useToasts } from '@/stores/toasts';

/**
 * Connects the service worker's events and the browser's offer to install the app with the stores,
 * from which the screens read them, and reloads if a file of a replaced version is gone. It runs
 * before the first frame, because the browser may make the offer before React renders, and makes it
 * only once. The versions are followed from the first frame on: nothing about them is needed for
 * the first tap.
 */
export function listenForUpdates({ t }: Translation): void {
  listenForInstallPrompt();
  reloadOnPreloadError(() => useAppStatus.getState().set({ isFileMissing: true }));
  addEventListener('infernalops:started', () => followVersions(t), { once: true });
}

async function followVersions(t: Translation['t']): Promise<void> {
  const { set } = useAppStatus.getState();
  const versions = await import('@/pwa/followVersions').catch(() => null);
  await versions?.followVersions({
    onUpdateReady: (apply) => set({ applyUpdate: apply }),
    // The other tab has applied the update, so this one only has to reload.
    onUpdatedInOtherTab: () => set({ updatedInOtherTab: true, applyUpdate: null }),
    onOfflineReady: () => useToasts.getState().queueInfo(t('common.update.offlineReady')),
    onHandedBack: (tryAgain) => set({ tryNewVersionAgain: tryAgain }),
  });
}
