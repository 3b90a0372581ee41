/*
 * The Launch Handler API is missing in TypeScript's DOM types:
 * https://developer.mozilla.org/docs/Web/API/LaunchQueue
 */
interface LaunchQueue {
  setConsumer(consumer: (params: { targetURL?: string | null }) => void): void;
}

/**
 * Calls the handler with the address of each launch of the installed app, including the first. The
 * manifest asks the browser to focus the open window instead of reloading it, so a shortcut reaches
 * a running app only through this.
 */
export function onLaunch(handler: (url: URL) => void): void {
  if (!('launchQueue' in window)) return;
  (window.launchQueue as LaunchQueue).setConsumer(({ targetURL }) => {
    if (targetURL) handler(new URL(targetURL));
  });
}
