import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { DashboardPage } from './pages/dashboard';
import { HouseholdPage } from './pages/household';
import { ImportPage } from './pages/import';
import { TonightPage } from './pages/tonight';
import {
  DAY_SCREENS,
  EMPTY_SCREENS,
  GAMEDAY_MORNING_SCREENS,
  NIGHT_SHEETS,
  type ScreenSteps,
} from './support/morningScreens';
import { overflowingElements } from './support/overflowingElements';
import { expect, test, WITHOUT_SERVICE_WORKER } from './support/test';

const NIGHT = '2026-11-16';

/** The link of a runbook shared by another family, with HTML markup in its title. */
const SHARED_RUNBOOK = Buffer.from(
  JSON.stringify({
    format: 'infernalops-runbook',
    version: 1,
    name: '<b>Teeth</b>',
    trigger: 'custom',
    steps: [{ title: '<img src=x onerror=alert(1)>', kind: 'remedy', seconds: 300, level: null, remedy: 'pacifier' }],
  }),
).toString('base64url');

/** Two nights of another tracker, with a gap that is not believed and a line that is no entry. */
const TRACKED = `Start,End,Kind,By
2026-11-10 20:00,2026-11-10 23:00,sleep,Nana
2026-11-10 23:20,2026-11-11 06:30,sleep,Nana
2026-11-11 20:00,2026-11-11 22:00,sleep,Nana
2026-11-12 02:00,2026-11-12 06:30,sleep,Nana
2026-11-12 13:00,2026-11-12 14:00,sleep,Nana
yesterday,,sleep,Nana`;

/** Tonight and the screens of a first night. Each step starts on the screen of the step before. */
const FIRST_NIGHT: ScreenSteps = {
  'Tonight, idle': async () => {},
  'Tonight, the grace timer': async (_, tonight) => {
    await tonight.wokeButton().tap();
    await tonight.clock.waitFor();
  },
  'Tonight, whom to wake': async (page) => {
    await page.clock.fastForward('00:35');
    await page.getByText(/Who goes\?|Qui y va/).waitFor();
  },
  'Tonight, level 1': async (_, tonight) => {
    await tonight.tapInMore(/^(Wake Dad|Réveiller Papa)$/);
    await tonight.button(/^(Dad didn’t wake|Papa dort encore)$/).waitFor();
  },
  'Tonight, in an incident': async (page, tonight) => {
    await page.clock.fastForward('00:11');
    await tonight.tapInMore(/Mum is up|Maman est debout/);
    await expect(tonight.undoButton).toBeVisible();
  },
  'Tonight, when did it start': async (page) => {
    await page.getByRole('button', { name: /^(Since|Depuis)/ }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'Tonight, what else': async (page, tonight) => {
    await page.keyboard.press('Escape');
    await tonight.openMore();
  },
  'Tonight, a note': async (page) => {
    await page.getByRole('button', { name: /^(A note|Un mot)/ }).tap();
    await page.getByRole('textbox').waitFor();
  },
  'Tonight, another runbook': async (page, tonight) => {
    await page.keyboard.press('Escape');
    await tonight.tapInMore(/^(Another runbook|Autre procédure)/);
    await page.getByRole('button', { name: /^(No runbook|Sans procédure)/ }).waitFor();
  },
  'Tonight, just asleep again': async (page, tonight) => {
    await page.keyboard.press('Escape');
    await page.clock.fastForward('12:00');
    await tonight.asleepAgainButton.tap();
    await expect(tonight.title).toHaveText(/Recovered|Rétabli/);
  },
  Nights: async (page) => {
    await page.goto('/#/nights');
    await page.getByRole('link', { name: /1 (wake-up|réveil)/ }).waitFor();
  },
  'A night': async (page) => {
    await page.goto(`/#/nights/${NIGHT}`);
    await page.getByRole('heading', { name: /Hour by hour|Heure par heure/ }).waitFor();
  },
  'A wake-up to add': async (page) => {
    await page.getByRole('button', { name: /Add a wake-up|Ajouter un réveil/ }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'An incident': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('listitem').getByRole('link').first().tap();
    await page.getByRole('heading', { name: /What happened|Ce qui s’est passé/ }).waitFor();
  },
  'An incident being edited': async (page) => {
    await page.getByRole('listitem').getByRole('button').last().tap();
    await page.getByRole('dialog').waitFor();
  },
  'The dashboard, after a first night': async (page) => {
    await page.keyboard.press('Escape');
    await page.goto('/#/dashboard');
    await page.locator('[data-card="debt"]').waitFor();
  },
};

/**
 * The screens of Household. The log has rows, because an empty one can be neither saved nor erased.
 */
const HOUSEHOLD: ScreenSteps = {
  Household: async (page, tonight) => {
    await tonight.wokeButton().tap();
    await tonight.clock.waitFor();
    await page.clock.fastForward('12:00');
    await tonight.asleepAgainButton.tap();
    await expect(tonight.title).toHaveText(/Recovered|Rétabli/);
    await page.goto('/#/household');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText(/may clear it|peut l’effacer|promised|promis/).waitFor();
  },
  'On call, nothing arranged': async (page) => {
    await new HouseholdPage(page).follow(/^(Rota|Tour de garde)/);
    await page.getByRole('button', { name: '2-2-3' }).waitFor();
  },
  'On call, with a rota': async (page) => {
    await page.getByRole('button', { name: '2-2-3' }).tap();
    await page.getByRole('button', { name: /^(Yes, they swap|Oui, on échange)$/ }).tap();
    await page.getByRole('button', { name: /^(Tonight|Cette nuit), .*03/ }).waitFor();
  },
  'A night of the rota': async (page) => {
    await page.getByRole('button', { name: /^(Tonight|Cette nuit), / }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'A cycle of one’s own': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(A cycle of our own|Un cycle à nous)$/ }).tap();
    await page.getByRole('button', { name: /^(Add a night|Ajouter une nuit)$/ }).waitFor();
  },
  Runbooks: async (page) => {
    await new HouseholdPage(page).open('runbooks');
    await page.getByRole('link', { name: /^(Standard incident|Incident standard)/ }).waitFor();
  },
  'A runbook': async (page) => {
    await page.getByRole('link', { name: /^(Standard incident|Incident standard)/ }).tap();
    await page.getByRole('button', { name: /^(Copy the link|Copier le lien)$/ }).waitFor();
  },
  'A step of a runbook': async (page) => {
    await page.getByRole('button', { name: /^(Hands off|Ne toucher)/ }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'A runbook from elsewhere': async (page) => {
    await page.keyboard.press('Escape');
    await page.goto(`/#/household/on-call/add/${SHARED_RUNBOOK}`);
    await page.getByRole('dialog').waitFor();
  },
  'Somebody being edited': async (page) => {
    await page.keyboard.press('Escape');
    await new HouseholdPage(page).open('children');
    await page.getByRole('button', { name: /Add a child|Ajouter un enfant/ }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'A backup being looked at': async (page) => {
    await page.keyboard.press('Escape');
    const household = new HouseholdPage(page);
    const saved = await household.saveBackup();
    await household.open('restore');
    await page.locator('input[type=file]').setInputFiles(await saved.path());
    await page.getByRole('dialog').waitFor();
  },
  'Everything about to be erased': async (page) => {
    await page.keyboard.press('Escape');
    await new HouseholdPage(page).open('erase');
    await page.getByRole('button', { name: /^(Erase it all|Tout effacer maintenant)$/ }).waitFor();
  },
  'Deleted things': async (page) => {
    await page.keyboard.press('Escape');
    await page.goto('/#/household/deleted');
    await page.getByRole('heading', { level: 1, name: /^(Deleted things|Choses supprimées|Supprim)/ }).waitFor();
  },
  'Import, how to get the files': async (page) => {
    await new ImportPage(page).open();
    for (const guide of await page.locator('summary').all()) await guide.tap();
  },
  'A table whose columns are asked for': async (page) => {
    await new ImportPage(page).choose({ name: 'eigene.csv', bytes: new TextEncoder().encode('Von;Bis\n1;2') });
    await page.getByRole('combobox').first().waitFor();
  },
  'What an import would bring': async (page) => {
    await page.getByRole('button', { name: /^(Choose other files|Choisir d’autres fichiers)$/ }).tap();
    await new ImportPage(page).choose({ name: 'nights.csv', bytes: new TextEncoder().encode(TRACKED) });
    await new ImportPage(page).importButton.waitFor();
    for (const list of await page.locator('summary').all()) await list.tap();
  },
  'An import that can be taken back': async (page) => {
    await new ImportPage(page).importButton.tap();
    await new ImportPage(page).takeBackButton.waitFor();
  },
  'Phones, at an address without a home server': async (page) => {
    await page.goto('/#/household/phones');
    await page.getByText(/without a home server|sans serveur du foyer/).waitFor();
  },
  'Joining a household': async (page) => {
    await page.goto('/#/join');
    await page.getByRole('textbox').waitFor();
  },
  'What can be done about the log': async (page) => {
    await page.goto('/#/household/storage');
    await page.getByRole('heading', { level: 1, name: /^(The log|Le journal)/ }).waitFor();
  },
};

/** Every other page behind a row of Household. */
const SETTINGS: ScreenSteps = Object.fromEntries(
  (
    [
      'caregivers',
      'hours',
      'objectives',
      'grace',
      'zone',
      'phone',
      'language',
      'appearance',
      'clock',
      'links',
      'export',
      'about',
    ] as const
  ).map((name) => [`Household, ${name}`, (page) => new HouseholdPage(page).open(name)]),
);

const GAMEDAY: ScreenSteps = {
  'A GameDay, Tonight': async (page, tonight) => {
    await new HouseholdPage(page).open('gameday');
    await page.getByRole('button', { name: /^(Start a GameDay|Lancer un GameDay)/ }).tap();
    await tonight.wokeButton(/Gaspard/).waitFor();
  },
  'A GameDay, its drill': async (page) => {
    await new HouseholdPage(page).open('gameday');
    await page.getByRole('button', { name: /(in another window|dans une autre fenêtre)$/ }).waitFor();
  },
  'A GameDay, Nights': async (page) => {
    await page.goto('/#/nights');
    await page
      .getByRole('link', { name: /wake-ups|réveils/ })
      .first()
      .waitFor();
  },
  'A GameDay, which nights': async (page) => {
    await page.getByRole('button', { name: /^(All nights|Toutes les nuits)$/ }).tap();
    await page.getByRole('dialog').waitFor();
  },
  'A GameDay, nights as calendars': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Calendar|Calendrier)$/ }).tap();
    await page
      .getByRole('link', { name: /: \d+ (wake-ups|réveils)/ })
      .first()
      .waitFor();
  },
  'A GameDay, dashboard': async (page) => {
    await page.goto('/#/dashboard');
    await page.locator('[data-card="debt"]').waitFor();
    await new DashboardPage(page).span(/^(12 weeks|12 semaines)$/).tap();
    await expect(page.locator('[data-card="raster"] tbody tr')).toHaveCount(84);
    for (const table of await page.locator('[data-card] summary').all()) await table.tap();
  },
  'A GameDay, a night': async (page) => {
    await page.goto('/#/nights');
    await page
      .getByRole('link', { name: /wake-ups|réveils/ })
      .first()
      .tap();
    await page.getByRole('heading', { name: /Hour by hour|Heure par heure/ }).waitFor();
  },
};

/** The screens of the day, with a night that leaves chores and questions. */
const DAY_AFTER: ScreenSteps = { ...EMPTY_SCREENS, ...NIGHT_SHEETS, ...DAY_SCREENS };

const GAMEDAY_AFTER: ScreenSteps = {
  // The seed is fixed, because the questions of the morning review depend on it.
  'A GameDay begins': async (page, tonight) => {
    await page.evaluate(() => sessionStorage.setItem('infernalops.gameday', '7 fresh'));
    await page.reload();
    await page.goto('/#/');
    await tonight.wokeButton(/Gaspard/).waitFor();
  },
  ...GAMEDAY_MORNING_SCREENS,
};

/**
 * All screens of the app with data on them. Each part is independent of the others and is a test of
 * its own, so that the workers can share them.
 */
const SCREENS = [
  ['of a first night', FIRST_NIGHT],
  ['of the household', HOUSEHOLD],
  ['of the settings', SETTINGS],
  ['of a GameDay', GAMEDAY],
  ['of the day after', DAY_AFTER],
  ['of a GameDay’s morning', GAMEDAY_AFTER],
] as const;

const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 360, height: 640 };

/** The sizes in which nothing may be cut off. Some phones have their text set twice as large. */
const USUAL = { viewport: PHONE, fontSize: '100%' };
const SIZES = [USUAL, { viewport: PHONE, fontSize: '200%' }, { viewport: SMALL_PHONE, fontSize: '200%' }];

test.use(WITHOUT_SERVICE_WORKER);

/**
 * Each screen is opened once in a language: in English on a usual phone, in French, whose texts are
 * longer, with large text on a small phone, where every button must still be within reach. Only the
 * colours depend on the theme, which is an attribute of the document, and the size can be changed
 * on the open screen.
 */
for (const { locale, theme, otherThemes, used } of [
  { locale: 'en-GB', theme: 'dark', otherThemes: ['light'], used: USUAL },
  { locale: 'fr-FR', theme: 'night', otherThemes: [], used: { viewport: SMALL_PHONE, fontSize: '200%' } },
]) {
  test.describe(`axe finds nothing and nothing is cut off at the side, ${locale}`, () => {
    test.use({ locale, viewport: used.viewport });

    for (const [of, screens] of SCREENS) {
      test(`on every screen ${of}`, async ({ page }) => {
        test.setTimeout(180_000);
        await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
        await page.addInitScript(
          ([chosen, fontSize]) => {
            localStorage.setItem('infernalops.device', JSON.stringify({ state: { theme: chosen }, version: 0 }));
            // Starting a GameDay reloads the page.
            addEventListener('DOMContentLoaded', () =>
              document.documentElement.style.setProperty('font-size', fontSize),
            );
          },
          [theme, used.fontSize] as const,
        );
        const tonight = new TonightPage(page);
        await tonight.open();
        for (const [screen, open] of Object.entries(screens)) {
          await open(page, tonight);
          for (const size of SIZES) {
            await setSize(page, size);
            // Charts are drawn again after the size has changed.
            await expect
              .poll(
                () => page.evaluate(overflowingElements),
                `${screen}: wider than the screen, text at ${size.fontSize}`,
              )
              .toEqual([]);
          }
          await setSize(page, USUAL);
          expect(await findings(axeOf(page).withTags(AXE_RULES)), screen).toEqual([]);
          for (const other of otherThemes) {
            await setTheme(page, other);
            const contrast = await findings(axeOf(page).withRules(['color-contrast']));
            expect(contrast, `${screen}, ${other}`).toEqual([]);
          }
          await setTheme(page, theme);
          await setSize(page, used);
        }
      });
    }
  });
}

const AXE_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The other mode opens a second page at each call, for frames. The app has no frames. */
const axeOf = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

const setTheme = (page: Page, theme: string) =>
  page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen;
  }, theme);

async function setSize(page: Page, { viewport, fontSize }: typeof USUAL): Promise<void> {
  await page.setViewportSize(viewport);
  await page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), fontSize);
}

test('“Baby woke” takes two fifths of the screen', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-17T02:43:10+01:00') });
  const tonight = new TonightPage(page);
  await tonight.open();
  const idle = await tonight.wokeButton().boundingBox();
  expect(idle?.height).toBeGreaterThanOrEqual(Math.floor(844 * 0.4));
});
