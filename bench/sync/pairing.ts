import type { BrowserContext, Page } from '@playwright/test';
import { untilAppIsUp } from '../pages';

/** How long joining may take on a busy machine, with a log of ten years. */
const JOIN_TIMEOUT_MS = 300_000;

/** Begins sharing on this phone and returns the code for another one. */
export async function shareFrom(page: Page, url: string): Promise<string> {
  await openAt(page, `${url}/#/household/phones`);
  await page
    .getByLabel('Mum')
    .or(page.getByRole('button', { name: 'Mum' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Add a phone' }).click();
  const text = page.getByRole('main').getByText(/^[0-9A-Z]{4}$/);
  await text.nth(2).waitFor({ timeout: JOIN_TIMEOUT_MS });
  return (await text.allInnerTexts()).join(' ');
}

/** Goes through the code up to the last button. Returns a function that taps it. */
export async function prepareToJoin(page: Page, url: string, code: string, who: string): Promise<() => Promise<void>> {
  await openAt(page, `${url}/#/join`);
  await page.getByRole('textbox').fill(code);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText(who, { exact: true }).click();
  const join = page.getByRole('button', { name: /^Join/ });
  await join.waitFor();
  return () => join.click();
}

/** Opens two phones of one household, both on Tonight. The first one has logged nothing yet. */
export async function pairPhones(
  contexts: readonly [BrowserContext, BrowserContext],
  url: string,
): Promise<[Page, Page]> {
  const [hers, his] = [await contexts[0].newPage(), await contexts[1].newPage()];
  const join = await prepareToJoin(his, url, await shareFrom(hers, url), 'Dad');
  await join();
  await hers.getByRole('status').getByText(/./).first().waitFor();
  for (const page of [hers, his]) {
    await openAt(page, `${url}/#/`);
    await page.locator('button.wake-button').waitFor();
  }
  return [hers, his];
}

/** Opens an address of the app as a new start does. */
async function openAt(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await untilAppIsUp(page);
}
