/*
 * Chromium's install prompt is missing in TypeScript's DOM types:
 * https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent
 */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** What the browser has said so far, and who wants to hear more. */
export const installOffer = {
  prompt: null as InstallPromptEvent | null,
  isInstalled: false,
  listeners: new Set<() => void>(),
  change(change: { prompt: InstallPromptEvent | null; isInstalled?: boolean }): void {
    Object.assign(installOffer, change);
    for (const listener of installOffer.listeners) listener();
  },
};

/**
 * Listens for the browser's offer to install. It comes once and early, so this must be called
 * before the first frame; what is made of it comes later (install.ts).
 */
export function listenForInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installOffer.change({ prompt: event as InstallPromptEvent });
  });
  addEventListener('appinstalled', () => installOffer.change({ prompt: null, isInstalled: true }));
}
