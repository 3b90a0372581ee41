import type { Page } from '@playwright/test';

/** Holds back the requests that match this pattern until the returned function is called. */
export async function holdRequests(page: Page, what: RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(what, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
