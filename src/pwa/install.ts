/* Chromium's install prompt, not in TypeScript's DOM: https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent */
interface InstallPromptEvent extends Event {
  prompt(): Promise<unknown>;
}

/** How the app can come to the home screen: it is there; the browser offers it; by hand on iOS; not from here. */
export type Install = 'installed' | 'promptable' | 'ios' | 'none';

let prompt: InstallPromptEvent | null = null;
let installed = false;
const listeners = new Set<() => void>();

const changed = () => {
  for (const listener of listeners) listener();
};

/** The offer comes once, early, and is gone if nobody listens: call this before the first frame. */
export function listenForInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event as InstallPromptEvent;
    changed();
  });
  addEventListener('appinstalled', () => {
    prompt = null;
    installed = true;
    changed();
  });
}

/** For `useSyncExternalStore`, with {@link installState}. */
export function onInstallChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function installState(): Install {
  if (installed || isStandalone()) return 'installed';
  if (prompt) return 'promptable';
  return isIos() ? 'ios' : 'none';
}

/** Shows the browser's own dialog. It can be shown once. */
export async function promptInstall(): Promise<void> {
  await prompt?.prompt();
  prompt = null;
  changed();
}

const isStandalone = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** An iPad says it is a Mac; only a Mac has no touch screen. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
