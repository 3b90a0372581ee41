import type { Page } from '@playwright/test';
import { TonightPage } from './pages/tonight';
import { setTime } from './support/setTime';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

interface StoredDose {
  at: number;
  minHours: number;
  deletedAt: number | null;
}

/**
 * In these nights clocks change. A dose is given at 23:30; six hours later, a clock on the wall in
 * Paris does not show 5:30.
 */
const CHANGES = [
  {
    when: 'back',
    given: '2026-10-24T23:30:00+02:00',
    asleep: '2026-10-25T04:29:00+01:00',
    over: '2026-10-25T04:30:00+01:00',
    until: '04:30',
  },
  {
    when: 'forward',
    given: '2026-03-28T23:30:00+01:00',
    asleep: '2026-03-29T06:29:00+02:00',
    over: '2026-03-29T06:30:00+02:00',
    until: '06:30',
  },
];

/** Logs a medicine as given now, with a name that the parents typed. */
async function giveMedicine(
  page: Page,
  tonight: TonightPage,
  words: { add: string; name: string; amount: string; hours: string; save: string },
) {
  await tonight.button(words.add).tap();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(words.name).fill('Paracetamol');
  await sheet.getByLabel(words.amount).fill('3 ml');
  await sheet.getByLabel(words.hours).fill('6');
  await sheet.getByRole('button', { name: words.save, exact: true }).tap();
  await expect(sheet).toHaveCount(0);
}

const ENGLISH = {
  add: 'Add a medicine',
  name: 'Which medicine?',
  amount: 'How much?',
  hours: 'Every … hours, at most',
  save: 'Save',
};
const FRENCH = {
  add: 'Ajouter un médicament',
  name: 'Quel médicament ?',
  amount: 'Combien ?',
  hours: 'Toutes les … heures, au plus',
  save: 'Enregistrer',
};

for (const { when, given, asleep, over, until } of CHANGES) {
  test(`a medicine every six hours in the night when clocks go ${when} is not due before ${until}, offline`, async ({
    page,
    context,
  }) => {
    await setTime(page, given);
    const tonight = new TonightPage(page);
    await tonight.open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await tonight.ready();
    await context.setOffline(true);

    await page.goto('/#/household/health');
    await giveMedicine(page, tonight, ENGLISH);
    const [dose] = await readStored<StoredDose>(page, 'observations');
    expect(dose).toMatchObject({ at: Date.parse(given), minHours: 6 });

    await page.goto('/#/');
    const line = page.getByText(`Paracetamol · Baby: not again before ${until}`, { exact: true });
    await expect(line).toBeVisible();
    // It is still shown after a new start without a network, and while a child is awake.
    await page.reload();
    await expect(line).toBeVisible();
    await setTime(page, asleep);
    await tonight.wokeButton().tap();
    await expect(tonight.clock).toBeVisible();
    // In the grace time nobody gives anything yet.
    await setTime(page, new Date(Date.parse(asleep) + 40_000).toISOString());
    await expect(line).toBeVisible();
    // The line disappears by itself when six real hours have passed.
    await setTime(page, over);
    await expect(line).toHaveCount(0);
  });
}

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('an undone dose does not count as given', async ({ page }) => {
    await setTime(page, '2026-10-24T23:30:00+02:00');
    const tonight = new TonightPage(page);
    await tonight.open('#/household/health');
    await giveMedicine(page, tonight, FRENCH);
    await expect(page.getByText(/^Paracetamol\s: pas avant 04:30$/)).toBeVisible();
    await tonight.undoButton.tap();
    await expect(page.getByText(/pas avant/)).toHaveCount(0);
    await page.goto('/#/');
    await expect(tonight.wokeButton()).toBeVisible();
    await expect(page.getByText(/pas avant/)).toHaveCount(0);
    const [dose] = await readStored<StoredDose>(page, 'observations');
    expect(dose?.deletedAt).not.toBeNull();
  });
});

test('the line of a medicine to wait for does not move the buttons, with or without an incident', async ({ page }) => {
  await setTime(page, '2026-11-16T23:30:00+01:00');
  const tonight = new TonightPage(page);
  await tonight.open();
  const tops = async () =>
    Promise.all(
      (await page.getByRole('main').getByRole('button').all()).map(async (one) => (await one.boundingBox())?.y),
    );
  // The first start writes the original runbooks after its first frame, and an incident before that
  // would follow none and have other buttons.
  await expect.poll(() => readStored(page, 'runbooks')).not.toEqual([]);
  const idle = await tops();
  await tonight.wokeButton().tap();
  await setTime(page, '2026-11-16T23:30:40+01:00');
  await tonight.button('Mum is up').waitFor();
  const awake = await tops();
  await setTime(page, '2026-11-16T23:31:00+01:00');
  await tonight.asleepAgainButton.tap();
  await setTime(page, '2026-11-16T23:45:00+01:00');

  await page.goto('/#/household/health');
  await giveMedicine(page, tonight, ENGLISH);
  await page.goto('/#/');
  await expect(page.getByText(/not again before 05:45/)).toBeVisible();
  expect(await tops()).toEqual(idle);
  await tonight.wokeButton().tap();
  await setTime(page, '2026-11-16T23:45:40+01:00');
  await tonight.button('Mum is up').waitFor();
  await expect(page.getByText(/not again before 05:45/)).toBeVisible();
  expect(await tops()).toEqual(awake);
});
