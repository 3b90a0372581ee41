import type { Page } from '@playwright/test';
import { toStoredIncident } from '@/db/storedIncident';
import { createDetected, createResolved } from '@/domain/timeline/createEntry';
import { HOUR_MS, type Instant, MINUTE_MS } from '@/lib/time';
import type { TonightPage } from '../pages/tonight';
import { putStored, readStored } from './storedRows';
import { expect } from './test';

/** The step that opens a screen from the one before. */
export type ScreenSteps = Record<string, (page: Page, tonight: TonightPage) => Promise<unknown>>;

const ALSO_BUTTON = /^(Also|Et aussi)…$/;
const MEDICINE = /^(Medicine|Médicament)$/;
const NIGHT = '2026-11-16';

const dialog = (page: Page) => page.getByRole('dialog');
const sheetButton = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name });
const main = (page: Page) => page.getByRole('main');
const questionHeading = (page: Page) => main(page).getByRole('heading', { level: 2 });

/** Long enough that the app does not take a tap for the second tap of a double tap. */
const passTapGuard = (page: Page) => page.clock.fastForward('00:03');

async function openDayScreen(page: Page, name: string): Promise<void> {
  await page.goto(`/#/household/${name}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function closeSheet(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
}

/** Skips questions of the review until this one is asked. */
async function skipTo(page: Page, wanted: RegExp): Promise<void> {
  for (;;) {
    const asked = (await questionHeading(page).textContent()) ?? '';
    if (wanted.test(asked)) return;
    await passTapGuard(page);
    // If the question never comes, no button to skip is left; the short timeout reports this before
    // the time of the whole test is over.
    await main(page)
      .getByRole('button', { name: /^(Skip|Passer)$/ })
      .tap({ timeout: 10_000 });
    await expect(questionHeading(page)).not.toHaveText(asked);
  }
}

/** The screens of the day while the log is empty. */
export const EMPTY_SCREENS: ScreenSteps = {
  'Health, nothing yet': async (page) => {
    await openDayScreen(page, 'health');
    await page.getByText(/^(Nothing to report|Rien à signaler)/).waitFor();
  },
  'Chores, nothing yet': async (page) => {
    await openDayScreen(page, 'chores');
    await page.getByText(/^(Nothing is waiting|Rien n’attend)/).waitFor();
  },
  'Naps, nothing yet': async (page) => {
    await openDayScreen(page, 'naps');
    await page.getByText(/^(None yet|Aucune pour l’instant)/).waitFor();
  },
  'The paediatrician’s report, nothing to print': async (page) => {
    await openDayScreen(page, 'paediatrician');
    await page.getByText(/^(Nothing was logged|Rien n’a été noté)/).waitFor();
  },
  'A post-mortem of a night nobody logged': async (page) => {
    await page.goto('/#/nights/2026-11-15/post-mortem');
    await page.getByRole('article').waitFor();
  },
};

/** The screens of what is noted at night and done by day. */
export const NIGHT_SHEETS: ScreenSteps = {
  'Tonight, what can wait': async (page, tonight) => {
    await page.goto('/#/');
    await tonight.button(ALSO_BUTTON).tap();
    await sheetButton(page, MEDICINE).waitFor();
  },
  'Tonight, a temperature': async (page) => {
    await sheetButton(page, /^(Temperature|Température)$/).tap();
    await sheetButton(page, '38°').tap();
    await sheetButton(page, /^(Log|Noter) 38/).waitFor();
  },
  'Tonight, a first medicine': async (page, tonight) => {
    await closeSheet(page);
    await tonight.button(ALSO_BUTTON).tap();
    await passTapGuard(page);
    await sheetButton(page, MEDICINE).tap();
    await dialog(page).getByRole('textbox').first().waitFor();
  },
  'Tonight, not again before': async (page) => {
    const [name, amount, hours] = await dialog(page).getByRole('textbox').all();
    await name?.fill('Paracetamol');
    await amount?.fill('3 ml');
    await hours?.fill('6');
    await passTapGuard(page);
    await sheetButton(page, /^(Given now|Donné maintenant)$/).tap();
    await main(page)
      .getByText(/^Paracetamol · .*(not again before|pas avant) 08:4/)
      .waitFor();
  },
  'Tonight, the medicines there were': async (page, tonight) => {
    await tonight.button(ALSO_BUTTON).tap();
    await passTapGuard(page);
    await sheetButton(page, MEDICINE).tap();
    await sheetButton(page, /^Paracetamol/).waitFor();
  },
  'Tonight, a medicine that still waits': async (page) => {
    await passTapGuard(page);
    await sheetButton(page, /^Paracetamol/).tap();
    await sheetButton(page, /^(Given all the same|Donné quand même)$/).waitFor();
  },
  'Tonight, a chore put off': async (page, tonight) => {
    await closeSheet(page);
    await tonight.button(ALSO_BUTTON).tap();
    await passTapGuard(page);
    await sheetButton(page, /^(Laundry|Lessive)/).tap();
    await expect(tonight.toast).toHaveText(/(Laundry|Lessive)/);
  },
};

/** The screens of the day after a night of the family’s own log. */
export const DAY_SCREENS: ScreenSteps = {
  'Health, an illness to add': async (page) => {
    await openDayScreen(page, 'health');
    await page.getByRole('button', { name: /^(Add an illness|Ajouter une maladie)$/ }).tap();
    await dialog(page).waitFor();
  },
  'Health, an illness goes on': async (page) => {
    await sheetButton(page, /^(Save|Enregistrer)$/).tap();
    await page.getByRole('button', { name: /^(Over today|Fini aujourd’hui)$/ }).waitFor();
    await dialog(page).waitFor({ state: 'detached' });
  },
  'Health, a temperature to add': async (page) => {
    await page.getByRole('button', { name: /^(Add a temperature|Ajouter une température)$/ }).tap();
    await dialog(page).waitFor();
  },
  'Health, a medicine to add': async (page) => {
    await closeSheet(page);
    await page.getByRole('button', { name: /^(Add a medicine|Ajouter un médicament)$/ }).tap();
    await dialog(page).waitFor();
  },
  'Health, an illness that is over': async (page) => {
    await closeSheet(page);
    await page.getByRole('button', { name: /^(Over today|Fini aujourd’hui)$/ }).tap();
    await page.getByRole('heading', { name: /^(Past illnesses|Maladies passées)$/ }).waitFor();
    await page.locator('details summary').tap();
  },
  'Chores, one put off': async (page) => {
    await openDayScreen(page, 'chores');
    await page.getByRole('listitem').first().waitFor();
  },
  'Chores, ten thousand minutes to add': async (page) => {
    await page.getByRole('button', { name: /^(Put something off|Remettre à plus tard)$/ }).tap();
    await dialog(page)
      .getByRole('textbox')
      .first()
      .fill('Repeindre la chambre des enfants, le couloir et la cage d’escalier');
    await dialog(page)
      .getByLabel(/^(How many minutes|Combien de minutes)/)
      .fill('10000');
  },
  'Chores, one for a week and one paid': async (page, tonight) => {
    await sheetButton(page, /^(Save|Enregistrer)$/).tap();
    await expect(page.getByRole('listitem')).toHaveCount(2);
    await tonight.closeToast();
    await page
      .getByRole('listitem', { name: /^(Laundry|Lessive)$/ })
      .getByRole('button', { name: /^(Paid|Remboursée)$/ })
      .tap();
    await page.locator('details summary').tap();
  },
  'Naps, one logged': async (page, tonight) => {
    await tonight.closeToast();
    await openDayScreen(page, 'naps');
    await page
      .getByRole('button', { name: /45 minutes/ })
      .first()
      .tap();
    await page.getByRole('listitem').getByRole('button').first().waitFor();
  },
  'A nap being changed': async (page, tonight) => {
    await tonight.closeToast();
    await page.getByRole('listitem').getByRole('button').first().tap();
    await dialog(page).waitFor();
  },
  'The paediatrician’s report': async (page) => {
    await closeSheet(page);
    await openDayScreen(page, 'paediatrician');
    await page.locator('[data-report]').waitFor();
    await page.getByRole('button', { name: /^(From … to|Du … au)$/ }).tap();
    await page.locator('input[type=date]').first().waitFor();
  },
  'The dashboard, where something recurs': async (page) => {
    await putRecurringNights(page);
    await page.goto('/#/dashboard');
    await page.locator('[data-card="patterns"]').waitFor();
  },
  'A night that was one of many': async (page) => {
    await page.goto('/#/nights/2026-11-15');
    await main(page)
      .getByText(/(for seven nights|depuis sept nuits)/)
      .waitFor();
  },
};

/**
 * A GameDay’s next night with gaps in its log, its morning, and the morning after a night not
 * logged.
 */
export const GAMEDAY_MORNING_SCREENS: ScreenSteps = {
  'A GameDay, a double incident': async (page, tonight) => {
    await page.goto('/#/');
    await tonight.wokeButton(/Gaspard/).tap();
    await tonight.clock.waitFor();
    await passTapGuard(page);
    await tonight.button(/^Achille (woke too|aussi)$/).tap();
    await expect(page.getByRole('timer')).toHaveCount(2);
  },
  'A GameDay, a post-mortem that follows the log': async (page, tonight) => {
    await page.clock.fastForward('01:00');
    await tonight.asleepAgainButton.tap();
    // The title of both names begins with this name, too, so the wait is for the one name.
    await expect(tonight.title).toHaveText(/^Achille(?!.*Gaspard)/);
    await passTapGuard(page);
    await tonight.asleepAgainButton.tap();
    await expect(tonight.title).toHaveText(/Recovered|Rétabli/);
    await tapTwoCloseWakeUps(page, tonight);
    await page.clock.fastForward('01:00:00');
    await tonight.wokeButton(/Gaspard/).tap();
    await tonight.clock.waitFor();
    await page.goto(`/#/nights/${NIGHT}/post-mortem`);
    await page.getByText(/^(Nothing is kept yet|Rien n’est gardé)/).waitFor();
  },
  'An item to put off': async (page, tonight) => {
    await tonight
      .button(/^(Put it off as a chore|En faire une corvée)/)
      .first()
      .tap();
    await dialog(page).waitFor();
  },
  'A post-mortem, one item a chore, one ticked': async (page, tonight) => {
    await sheetButton(page, /^15/).tap();
    await main(page)
      .getByText(/^(Now a chore|Devenu une corvée)/)
      .waitFor();
    await main(page).getByRole('checkbox').last().tap();
    await tonight.button(/^(Regenerate|Régénérer)$/).waitFor();
  },
  'A post-mortem being edited': async (page, tonight) => {
    await tonight.button(/^(Edit|Modifier)$/).tap();
    await page.getByRole('textbox').waitFor();
  },
  'In the morning, an incident that still runs': async (page, tonight) => {
    await tonight.button(/^(Save|Enregistrer)$/).tap();
    await page.goto('/#/');
    await page.clock.fastForward('05:00:00');
    await page.getByRole('link', { name: /^(Morning review|Revue du matin)/ }).waitFor();
  },
  'The review, an end that was forgotten': async (page) => {
    await page.getByRole('link', { name: /^(Morning review|Revue du matin)/ }).tap();
    await expect(questionHeading(page)).toHaveText(/(never closed|jamais clos)$/);
  },
  'The review, one wake-up or two': async (page, tonight) => {
    await passTapGuard(page);
    await tonight.button(/^(Asleep again, about|Ça redort, vers)/).tap();
    await expect(questionHeading(page)).not.toHaveText(/(never closed|jamais clos)$/);
    await skipTo(page, /^Gaspard.*(one wake-up|un réveil)/);
  },
  'The review, who was up': async (page) => {
    await skipTo(page, /(who was up|qui était debout)/);
  },
  'The review, why': async (page) => {
    await skipTo(page, /(why|pourquoi)/);
  },
  'The review, a night nobody logged': async (page) => {
    // On the next morning the review asks for the causes of the last night only.
    await page.clock.fastForward('24:00:00');
    await expect(questionHeading(page)).toHaveText(/^(Nothing logged|Rien de noté)/);
  },
  'The review, all clear': async (page, tonight) => {
    await passTapGuard(page);
    await tonight.button(/^(All quiet|Tout était calme)$/).tap();
    await expect(questionHeading(page)).toHaveText(/^(All clear|Tout est rétabli)/);
  },
  'A post-mortem of a quiet night': async (page, tonight) => {
    await tonight.closeToast();
    await page.getByRole('link', { name: /^(File its post-mortem|Rédiger son post-mortem)$/ }).tap();
    await page.getByRole('article').waitFor();
  },
  'A post-mortem the log has outrun': async (page) => {
    await page.goto(`/#/nights/${NIGHT}/post-mortem`);
    await page.getByText(/^(The log has changed since|Le journal a changé depuis)/).waitFor();
  },
};

/** The child sleeps, wakes again 12 minutes later by the tap (7 after a correction), and sleeps. */
async function tapTwoCloseWakeUps(page: Page, tonight: TonightPage): Promise<void> {
  await page.clock.fastForward('12:00');
  await tonight.wokeButton(/Gaspard/).tap();
  await tonight.clock.waitFor();
  await passTapGuard(page);
  await tonight.button(/^(Since|Depuis)/).tap();
  await sheetButton(page, /^5 min/).tap();
  await expect(tonight.clock).toHaveText(/^05:/);
  await page.clock.fastForward('06:00');
  await tonight.asleepAgainButton.tap();
  await expect(tonight.title).toHaveText(/Recovered|Rétabli/);
}

/** Logs a wake-up every two hours and five minutes in each of the seven nights before tonight. */
async function putRecurringNights(page: Page): Promise<void> {
  const [child] = await readStored(page, 'children');
  const first = Date.parse('2026-11-09T20:30:00+01:00');
  for (let night = 0; night < 7; night++)
    for (let cry = 0; cry < 5; cry++) {
      const from = first + night * 24 * HOUR_MS + cry * 125 * MINUTE_MS;
      const moment = (id: string, at: number) => ({ id: `${from} ${id}`, at: at as Instant, now: at as Instant });
      const timeline = [
        createDetected(moment('cry', from), null, 'tap'),
        createResolved(moment('end', from + 10 * MINUTE_MS), null, 'settled'),
      ];
      const fields = { id: `recurs ${from}`, updatedAt: from as Instant, deletedAt: null, childId: child?.id ?? '' };
      await putStored(
        page,
        'incidents',
        toStoredIncident({
          ...fields,
          causeId: 'hunger',
          runbookId: null,
          note: '',
          forReport: false,
          mergedInto: null,
          timeline,
        }),
      );
    }
}
