import type { Evaluator } from './evaluator';

/** Waits until the service worker controls the page: from then on it needs no network. */
export const waitForWorker = (page: Evaluator): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  }, null);
