import axe, { type AxeResults, type RunOnly, type RunOptions } from 'axe-core';
import { overflowingElements } from '../support/overflowingElements';
import type { Phone } from './support/phone';
import { expect, test } from './support/test';

const NIGHT = '2026-11-16';

/** Every address of the app, in an order in which two neighbours have different titles. */
const SCREENS = [
  '#/nights',
  `#/nights/${NIGHT}`,
  `#/nights/${NIGHT}/post-mortem`,
  '#/nights/review',
  '#/dashboard',
  '#/household',
  ...['health', 'paediatrician', 'chores', 'naps', 'on-call', 'runbooks', 'on-call/standard', 'children'],
  ...['caregivers', 'hours', 'objectives', 'grace', 'zone', 'phone', 'language', 'appearance', 'clock', 'links'],
  ...['storage', 'backup', 'restore', 'export', 'import', 'deleted', 'gameday', 'about', 'erase'],
  ...['phones', 'phones/pager', 'phones/test', 'phones/webhook', 'phones/figures', 'phones/buttons'],
  '#/join',
  '#/watch',
].map((address) => (address.startsWith('#') ? address : `#/household/${address}`));

/** Those that a night or a morning is made of. */
const MAIN_SCREENS = [
  '#/nights',
  `#/nights/${NIGHT}`,
  '#/dashboard',
  '#/household',
  '#/household/on-call',
  '#/household/backup',
  '#/household/children',
  '#/household/phones',
  '#/join',
];

/** Logs a wake-up of ten minutes and stays on Tonight. */
async function logWakeUp(phone: Phone): Promise<void> {
  await phone.button(/^(Baby woke|Bébé se réveille)$/).tap();
  await phone.find({ role: 'timer' }).waitFor();
  await phone.pass('10:00');
  await phone.button(/^(Asleep again|Ça redort)$/).tap();
  await phone.title.waitForText(/Recovered|Rétabli/);
}

/** Goes to a screen and waits until its title is there. */
async function show(phone: Phone, address: string): Promise<void> {
  const titleOf = async () => (await phone.find({ css: 'main h1' }).texts())[0] ?? '';
  const before = await titleOf();
  await phone.goTo(address);
  await expect.poll(titleOf, `the title of ${address}, after ${before}`).not.toMatch(titleOrNone(before));
}

const titleOrNone = (title: string) => new RegExp(`^(${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})?$`);

for (const locale of ['en-GB', 'fr-FR']) {
  test(`every screen opens without a fault, and nothing is cut off at the side, ${locale}`, async ({ openPhone }) => {
    test.setTimeout(240_000);
    const phone = await openPhone({ locale, time: '2026-11-17T02:43:10+01:00' });
    await logWakeUp(phone);
    for (const address of SCREENS) {
      await show(phone, address);
      expect(await phone.evaluate(overflowingElements, null), address).toEqual([]);
      expect(phone.faults, address).toEqual([]);
    }
  });

  test(`axe finds nothing on the main screens, at night and by day, ${locale}`, async ({ openPhone }) => {
    test.setTimeout(240_000);
    const phone = await openPhone({ locale, time: '2026-11-17T02:43:10+01:00' });
    expect(await axeFindings(phone), 'Tonight').toEqual([]);
    await logWakeUp(phone);
    expect(await axeFindings(phone), 'Tonight, just asleep again').toEqual([]);
    for (const address of MAIN_SCREENS) {
      await show(phone, address);
      expect(await axeFindings(phone), address).toEqual([]);
    }
  });
}

const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All rules in the theme of the night; of those, only the colours depend on the theme. */
async function axeFindings(phone: Phone): Promise<string[]> {
  await phone.driver.executeScript(axe.source);
  const run = (theme: string, runOnly: RunOnly) =>
    phone.evaluate(
      async ({ theme, runOnly }) => {
        document.documentElement.dataset.theme = theme;
        const page = window as unknown as { axe: { run: (root: Node, options: RunOptions) => Promise<AxeResults> } };
        const { violations } = await page.axe.run(document, { runOnly });
        return violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      },
      { theme, runOnly },
    );
  return [
    ...(await run('night', { type: 'tag', values: AXE_RULES })),
    ...(await run('light', { type: 'rule', values: ['color-contrast'] })),
  ];
}
