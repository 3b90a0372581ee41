const RELOADED_KEY = 'infernalops.reloaded';

/**
 * Reloads the page if a chunk cannot be loaded: a newer version has replaced it on the server. This
 * happens once, and only with a network, because a reload without one would lose the present
 * screen. Calls `onFailed` if it happens no more; the screen of the chunk is then not drawn.
 */
export function reloadOnPreloadError(onFailed: () => void): void {
  // The default of the event stays: without it, whoever waits for the chunk would get `undefined`.
  addEventListener('vite:preloadError', () => {
    if (!navigator.onLine || sessionStorage.getItem(RELOADED_KEY)) return onFailed();
    sessionStorage.setItem(RELOADED_KEY, '1');
    location.reload();
  });
}
