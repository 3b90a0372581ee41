/* The Launch Handler API, not yet in TypeScript's DOM: https://developer.mozilla.org/docs/Web/API/LaunchQueue */
interface LaunchQueue {
  setConsumer(consumer: (params: { targetURL?: string | null }) => void): void;
}

/**
 * Hands over the address of each launch of the installed app, the first one included. The manifest asks to focus the window that is
 * open rather than to load it anew, so a shortcut reaches a running app only this way.
 */
export function onLaunch(handler: (url: URL) => void): void {
  if (!('launchQueue' in window)) return;
  (window.launchQueue as LaunchQueue).setConsumer(({ targetURL }) => {
    if (targetURL) handler(new URL(targetURL));
  });
}
