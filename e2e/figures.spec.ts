import AxeBuilder from '@axe-core/playwright';
import { HomeServer } from './support/homeServer';
import { newPhone, type TestPhone } from './support/sharedPhone';
import { expect, test } from './support/test';

/*
 * The figures that a phone publishes, on the production build with the real home server: the phone
 * computes them in its worker, and this test reads them as Prometheus does.
 */

let server: HomeServer;
test.beforeEach(async () => {
  server = new HomeServer();
  await server.start();
});
test.afterEach(() => server.remove());

const scrape = async (token: string) => {
  const response = await fetch(`${server.url}/metrics/household`, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
};
const button = ({ page }: TestPhone, name: string) => page.getByRole('button', { name });
const tokenOf = async ({ page }: TestPhone) => (await page.getByRole('definition').nth(1).textContent()) ?? '';

test('figures are published from one phone, scraped, and gone when another phone switches them off', async ({
  browser,
}) => {
  const time = '2026-11-17T02:43:00+01:00';
  const hers = await newPhone(browser, { url: server.url, time });
  const his = await newPhone(browser, { url: server.url, time, locale: 'fr-FR' });
  await his.phones.join(await hers.phones.beginSharing('Mum'), 'Dad');
  await hers.page.goto('/#/');
  await hers.page.locator('button.wake-button').first().tap();
  await hers.page.getByRole('button', { name: /settled alone/i }).waitFor();

  await hers.phones.openFigures();
  await expect(hers.page.getByText(/^Everything else on the home server is sealed\./)).toBeVisible();
  await button(hers, 'Publish from this phone').tap();
  await expect(hers.page.getByText(/^Last published: /)).toBeVisible();
  const token = await tokenOf(hers);
  const published = await scrape(token);
  expect(published.status).toBe(200);
  expect(published.text).toContain('infernalops_incident_open{child="child_1"} 1\n');
  expect(published.text).not.toMatch(/Mum|Dad/);
  expect((await scrape(token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).status).toBe(401);

  await button(hers, 'New token').tap();
  await expect.poll(async () => (await scrape(token)).status).toBe(401);
  await expect.poll(async () => (await scrape(await tokenOf(hers))).status).toBe(200);
  const renewed = await tokenOf(hers);

  // The other parent sees it, and can end it.
  await his.phones.open();
  const row = his.page.getByRole('link', { name: /^Chiffres pour Grafana/ });
  await expect(row).toHaveAccessibleName('Chiffres pour Grafana depuis un autre téléphone');
  await his.phones.openFigures();
  await button(his, 'Éteindre et les effacer là-bas').tap();
  await expect(button(his, 'Publier depuis ce téléphone')).toBeVisible();
  expect((await scrape(renewed)).status).toBe(401);
  await hers.page.reload();
  await expect(hers.page.getByText(/^The home server no longer has them/)).toBeVisible();
});

for (const [locale, mum] of [
  ['en-GB', 'Mum'],
  ['fr-FR', 'Maman'],
] as const)
  test(`axe finds nothing on the page of the figures, off and on, ${locale}`, async ({ browser }) => {
    const phone = await newPhone(browser, { url: server.url, time: '2026-11-17T14:30:00+01:00', locale });
    await phone.phones.beginSharing(mum);
    await phone.phones.openFigures();
    const publish = phone.page.getByRole('button', { name: /^(Publish from|Publier depuis)/ });
    await publish.waitFor();
    await expectNoViolations(phone);
    await publish.tap();
    await phone.page.getByText(/^(For|Pour) prometheus.yml$/).tap();
    await phone.page.getByText('metrics_path: /metrics/household').waitFor();
    await expectNoViolations(phone);
  });

async function expectNoViolations({ page }: TestPhone): Promise<void> {
  for (const theme of ['night', 'dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect.soft(found, theme).toEqual([]);
  }
}
