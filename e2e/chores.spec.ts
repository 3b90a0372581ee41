import type { Page } from '@playwright/test';
import { DashboardPage } from './pages/dashboard';
import { TonightPage } from './pages/tonight';
import { expectWithinReach } from './support/expectWithinReach';
import { setTime } from './support/setTime';
import { readStored } from './support/storedRows';
import { expect, test } from './support/test';

const NIGHT = '2026-11-16';

const setNow = (page: Page, time: string) => setTime(page, `2026-11-17T${time}+01:00`);

for (const [locale, laundry] of [
  ['en-GB', 'Laundry'],
  ['fr-FR', 'Lessive'],
] as const) {
  test.describe(`with one child, ${locale}`, () => {
    test.use({ locale });

    test('a chore is deferred in two taps at night and paid in the morning, and the debt goes down, offline', async ({
      page,
      context,
    }) => {
      test.setTimeout(120_000);
      await setNow(page, '02:58:00');
      const tonight = new TonightPage(page);
      const openChores = () => tonight.tapInMore(/^(Another chore|Autre corvée)$/);
      const choreButton = page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`^${laundry} (later|plus tard)$`) });
      await tonight.open();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await context.setOffline(true);

      await expectWithinReach(page, 'at night');
      await tonight.wokeButton().tap();
      await tonight.clock.waitFor();
      await setNow(page, '03:00:00');
      await expectWithinReach(page, 'in an incident');

      // Two taps defer a chore. The clock goes on three seconds between them, or the second one
      // would be ignored as a double tap.
      await tonight.openMore();
      await choreButton.waitFor();
      await expectWithinReach(page, 'what can wait');
      await setNow(page, '03:00:03');
      await choreButton.tap();
      await expect(tonight.toast).toHaveText(new RegExp(`${laundry} · 30\\smin`));
      await expect(page.getByRole('dialog')).toHaveCount(0);
      // Nothing else has changed: the child is still awake, for 2 minutes and 3 seconds.
      await expect(tonight.clock).toHaveText('02:03');
      const storedChores = await readStored<{ title: string; deferredAt: number }>(page, 'chores');
      expect(storedChores).toMatchObject([{ title: laundry, deferredAt: Date.parse('2026-11-17T03:00:03+01:00') }]);

      // Another chore is deferred, and undone.
      await setNow(page, '03:01:00');
      await openChores();
      const dishes = page.getByRole('dialog').getByRole('button', { name: /^(Dishes|Vaisselle) · 15/ });
      await dishes.waitFor();
      await setNow(page, '03:01:03');
      await dishes.tap();
      await expect(tonight.toast).toHaveText(/15/);
      await tonight.undoButton.tap();
      await expect(tonight.toast).toHaveText(/^Undone|^Annulé/);

      await setNow(page, '03:20:00');
      await tonight.asleepAgainButton.tap();
      await expect(tonight.title).toHaveText(/22\smin/);
      await expectWithinReach(page, 'afterwards');
      await setNow(page, '06:30:00');
      await tonight.button(/^(Good morning|Bonjour)$/).waitFor();
      await expectWithinReach(page, 'in the morning');

      // By day, the dashboard shows the debt.
      await setNow(page, '08:00:00');
      const dashboard = new DashboardPage(page);
      await dashboard.open();
      await expect(dashboard.figure('debt')).toHaveText(/^30\smin$/);
      // The columns: deferred, paid, and what is left.
      expect((await dashboard.table('debt')).at(-1)?.slice(1)).toEqual(['30 min', '0 min', '30 min']);
      await dashboard
        .card('debt')
        .getByRole('link', { name: /^(The chores|Les corvées)/ })
        .tap();

      const item = page.getByRole('listitem', { name: laundry });
      await expect(page.getByRole('main')).toContainText(/30\smin (of debt|de dette)/);
      await expect(page.getByRole('listitem')).toHaveCount(1);
      // The chore links to the night that caused it, and that night links to all chores.
      await item.getByRole('link', { name: /^(Night of|Nuit du)/ }).tap();
      await expect(page).toHaveURL(new RegExp(`#/nights/${NIGHT}$`));
      await expect(page.getByRole('region', { name: /^(Put off in this night|Remis à plus tard)/ })).toContainText(
        laundry,
      );
      await page.getByRole('link', { name: /^(The whole debt|Toute la dette)$/ }).tap();
      await item.getByRole('button', { name: /^(Paid|Remboursée)$/ }).tap();
      await expect(item).toHaveCount(0);
      await expect(tonight.toast).toHaveText(/30\smin (less|de moins)/);
      expect(await readStored(page, 'chores')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ title: laundry, paidAt: Date.parse('2026-11-17T08:00:00+01:00') }),
        ]),
      );

      await dashboard.open();
      await expect(dashboard.figure('debt')).toHaveText(/^0\smin$/);
      expect((await dashboard.table('debt')).at(-1)?.slice(1)).toEqual(['30 min', '30 min', '0 min']);
    });
  });
}
