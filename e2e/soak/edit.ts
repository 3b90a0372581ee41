import { expect } from '@playwright/test';
import type { Edit } from './acts';
import type { Calendar } from './calendar';
import { beginningOf } from './count';
import { endOf, type WakeUp } from './ledger';
import type { Phone } from './phone';

/**
 * Tells or corrects something by day, and waits until the app has answered.
 *
 * @param find the wake-up as it is before the edit
 */
export async function doEdit(
  phone: Phone,
  what: Edit,
  { calendar, find }: { calendar: Calendar; find: (wakeUp: number) => WakeUp },
): Promise<void> {
  const { page, sheet } = phone;
  const openWakeUp = (wakeUp: number, night: string) => showWakeUp(phone, find(wakeUp), night, calendar);
  const save = () => phone.button('Save', sheet).click();
  switch (what.edit) {
    case 'tellEnd':
      await phone.button('Another time').click();
      await sheet.getByLabel('Asleep since').fill(calendar.time(what.to));
      await save();
      return phone.answered(`${find(what.wakeUp).child} · Asleep again · ${calendar.time(what.to)}`);
    case 'add':
      await phone.show(`#/nights/${what.night}`);
      await phone.button('Add a wake-up').click();
      await choose(phone, 'Who woke?', what.child);
      await fillTime(phone, 'Began at', what.from, calendar);
      await fillTime(phone, 'Ended at', what.to, calendar);
      await choose(phone, 'Who got up?', what.who ?? 'Not known');
      await save();
      return phone.answered(`Added: ${what.child}, ${calendar.time(what.from)}`);
    case 'end':
      await openWakeUp(what.wakeUp, what.night);
      await page
        .getByRole('button', { name: /Asleep again/ })
        .last()
        .click();
      await sheet.getByLabel('At', { exact: true }).fill(calendar.time(what.to));
      await save();
      return phone.answered('Changed');
    case 'remedy':
      await openWakeUp(what.wakeUp, what.night);
      await phone.button('Add a line').click();
      await phone.button('Tried something', sheet).click();
      await choose(phone, 'What was tried?', what.remedy);
      await choose(phone, 'Who?', what.who);
      await save();
      return phone.answered('Changed');
    case 'cause':
      await openWakeUp(what.wakeUp, what.night);
      await phone.button(what.cause).click();
      return phone.answered('Changed');
    case 'remove':
    case 'removeAndUndo': {
      await openWakeUp(what.wakeUp, what.night);
      await phone.button('Delete this wake-up').click();
      const { child, ...wakeUp } = find(what.wakeUp);
      await phone.answered(`Deleted: ${child}, ${calendar.time(beginningOf({ child, ...wakeUp }))}`);
      if (what.edit === 'remove') return;
      await page.getByRole('button', { name: /^Undo( \(\d+\))?$/ }).click();
      return phone.answered(/^Undone\./);
    }
    case 'skippedTime':
      await phone.show(`#/nights/${what.night}`);
      await phone.button('Add a wake-up').click();
      await sheet.getByLabel('Began at').fill(what.time);
      await expect(sheet.getByText(`${what.time} did not happen that night.`)).toBeVisible();
      await expect(phone.button('Save', sheet)).toBeDisabled();
      await page.keyboard.press('Escape');
      return sheet.waitFor({ state: 'detached' });
  }
}

/** Opens the page of a wake-up as one does who knows when it was. */
async function showWakeUp(phone: Phone, wakeUp: WakeUp, night: string, calendar: Calendar): Promise<void> {
  await phone.show(`#/nights/${night}`);
  const end = endOf(wakeUp);
  const [from, to] = [calendar.time(beginningOf(wakeUp)), end && calendar.time(end.at)];
  await phone.main.getByRole('link', { name: `${wakeUp.child} · ${from} – ${to}` }).click();
  await phone.button('Delete this wake-up').waitFor();
}

const choose = (phone: Phone, question: string, answer: string): Promise<void> =>
  phone.button(answer, phone.sheet.getByRole('group', { name: question, exact: true })).click();

/** Types a time; if the wall showed it twice, says which one is meant. */
async function fillTime(phone: Phone, label: string, at: number, calendar: Calendar): Promise<void> {
  const time = calendar.time(at);
  await phone.sheet.getByLabel(label).fill(time);
  if (!calendar.isShownTwice(at)) return;
  const isSecond = calendar.isShownTwice(at - 60 * 60_000);
  const question = phone.sheet.getByRole('group', { name: new RegExp(`^${time} happened twice`) }).last();
  await phone.button(isSecond ? 'The second, after the change' : 'The first', question).click();
}
