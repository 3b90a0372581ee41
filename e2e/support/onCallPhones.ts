import { type Browser, expect } from '@playwright/test';
import { setTime } from './setTime';
import { newPhone, type TestPhone } from './sharedPhone';
import { waitForWorker } from './waitForWorker';

/** Two phones of one household. */
export interface Phones {
  hers: TestPhone;
  his: TestPhone;
}

/** The household is made before the night begins, so the figures know of all eleven hours. */
const AFTERNOON = '2026-11-16T18:00:00+01:00';

/** Sets both clocks to this time in the night from the 16th to the 17th. */
export async function setNow({ hers, his }: Phones, time: string): Promise<void> {
  const day = time < '12' ? '2026-11-17' : '2026-11-16';
  for (const { page } of [hers, his]) if (!page.isClosed()) await setTime(page, `${day}T${time}+01:00`);
}

/** At 2:43 a child cries on her phone, and once the grace time is over she taps this button. */
export async function cryAndPage(phones: Phones, button: string): Promise<void> {
  const { tonight } = phones.hers;
  await setNow(phones, '02:43:00');
  await tonight.wokeButton(/^(Baby|Bébé)/).tap();
  await tonight.clock.waitFor();
  await setNow(phones, '02:43:31');
  await tonight.button(button).tap();
}

const mark = ({ page }: TestPhone, text: RegExp) => expect(page.getByRole('main').getByText(text)).toBeVisible();
export const inStep = (phone: TestPhone): Promise<void> => mark(phone, /^(phones in step|téléphones à jour)$/);

/**
 * Her phone has two boys and a rota, in which Dad is always on call and Mum is second. His phone
 * joins by the code. In the evening both are on Tonight, in step.
 */
export async function onCallPhones(browser: Browser, url: string, locale: string): Promise<Phones> {
  const options = { url, time: AFTERNOON, locale };
  const [hers, his] = [await newPhone(browser, options), await newPhone(browser, options)];
  const [mum, dad] = locale === 'fr-FR' ? ['Maman', 'Papa'] : ['Mum', 'Dad'];
  const { page, tonight } = hers;
  await tonight.open('#/household/children');
  await tonight.button(/^(Add a child|Ajouter un enfant)$/).tap();
  await page.getByRole('textbox', { name: /^(Name|Prénom)$/ }).fill('Max');
  await tonight.button(/^(Save|Enregistrer)$/).tap();
  await expect(tonight.toast).toHaveText(/Max/);
  await page.goto('/#/household/on-call');
  await tonight.button(/^(Always the same one|Toujours la même personne)$/).tap();
  const firstOnCall = page.getByRole('group', { name: /^(Who has the nights|Qui veille)/ });
  await firstOnCall.getByRole('button', { name: new RegExp(`^${dad}`) }).tap();
  await expect(tonight.button(/^(Tonight|Cette nuit), .*: (Dad, then Mum|Papa, puis Maman)$/)).toBeVisible();

  await his.phones.join(await hers.phones.beginSharing(mum), dad);
  await tonight.open();
  await setNow({ hers, his }, '21:00:00');
  for (const phone of [hers, his]) {
    await waitForWorker(phone.page);
    await inStep(phone);
  }
  return { hers, his };
}
