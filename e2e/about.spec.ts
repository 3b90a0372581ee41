import { readFile } from 'node:fs/promises';
import { HouseholdPage } from './pages/household';
import { expect, test } from './support/test';
import { waitForWorker } from './support/waitForWorker';

/** A file of this project. */
const readOwn = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8');

test('About lists what ships, without a network, and reads the texts of the licences from where the app came from', async ({
  page,
  context,
}) => {
  const { app, server }: Record<'app' | 'server', string[][]> = JSON.parse(await readOwn('dist/licences.json'));
  const { dependencies } = JSON.parse(await readOwn('package.json'));
  const names = [...app, ...server].map(([name]) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  expect(app.map(([name]) => name)).toEqual(expect.arrayContaining(['dexie', 'react', 'react-dom', 'recharts']));
  expect(server.map(([name]) => name)).toEqual(expect.arrayContaining(['hono', 'pg', 'pg-pool', 'web-push']));

  const household = new HouseholdPage(page);
  await household.open('about');
  await waitForWorker(page);
  await context.setOffline(true);
  await page.reload();
  await page.getByText('Made of the work of others').tap();
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items).toHaveCount(names.length);
  await expect(items.filter({ hasText: /^dexie [\d.]+ · Apache-2.0/ })).toContainText('David Fahlander');
  const button = page.getByRole('button', { name: 'Read the licences' });
  await button.tap();
  await expect(page.getByText('Their texts are not kept on this phone, and could not be loaded now.')).toBeVisible();

  await context.setOffline(false);
  await button.tap();
  const texts = page.locator('pre');
  await expect(texts).toContainText('Permission is hereby granted, free of charge');
  for (const name of names) await expect(texts).toContainText(`\n${name} `);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
