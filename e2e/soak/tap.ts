import type { NightTap, Tap } from './acts';
import type { Calendar } from './calendar';
import type { Phone } from './phone';

/** What one tap needs to know of the other wake-ups. */
export interface TapContext {
  calendar: Calendar;
  at: number;
  /** Whether another child is awake, too: then a way out has the child's name. */
  isDouble: boolean;
}

/** Does a tap on Tonight, and waits until the app has answered it. */
export async function doTap(phone: Phone, what: Tap | NightTap, { calendar, at, isDouble }: TapContext): Promise<void> {
  const answered = (words: string) => phone.answered(`${words} · ${calendar.time(at)}`);
  const isHolder = (who: string) => who === phone.holder;
  switch (what.tap) {
    case 'woke':
      await phone.button(new RegExp(`^${what.child} woke( too)?$`)).click();
      return answered(`${what.child} woke`);
    case 'awakeAgain':
      await phone.button(`${what.child}’s awake again`).click();
      return answered(`${what.child} awake again`);
    case 'goIn':
      await phone.button('I’m going in').click();
      return answered(`${phone.holder} is up`);
    case 'up':
      await phone.button(isHolder(what.who) ? 'I’m up' : `${what.who} is up`).click();
      return answered(`${what.who} is up`);
    case 'noAnswer':
      await tapNoAnswer(phone, what.who);
      return answered(`${what.who} didn’t wake`);
    case 'cannot':
      await phone.button('I can’t').click();
      return answered(`${what.who} can’t`);
    case 'done':
      await phone.button('Done').click();
      return answered('Done');
    case 'remedy':
      await tapRemedy(phone, what.remedy);
      return answered(what.remedy);
    case 'settled':
      await phone.button(isDouble ? `${what.child} Asleep again` : 'Asleep again').click();
      return answered(`${what.child} · Asleep again`);
    case 'settledAlone':
      await phone.button('Settled alone').click();
      return answered(`${what.child} · Settled alone`);
    case 'upForDay':
      await openMore(phone);
      await phone.button('Up for the day', phone.sheet).click();
      return answered(`${what.child} · Up for the day`);
    case 'undo':
      await phone.page.getByRole('button', { name: /^Undo( \(\d+\))?$/ }).click();
      return phone.answered(/^Undone\./);
    case 'goodNight':
      await phone.button('Good night').click();
      return answered('Good night');
    case 'goodMorning':
      await phone.button('Good morning').click();
      return answered('Good morning');
  }
}

/** Taps a remedy where it stands: three are in reach at most, and all are in the sheet. */
async function tapRemedy(phone: Phone, remedy: string): Promise<void> {
  const inReach = phone.button(remedy);
  await inReach.or(phone.button('More')).first().waitFor();
  if (await inReach.isVisible()) return inReach.click();
  await openMore(phone);
  await phone.button(remedy, phone.sheet).click();
  await phone.sheet.waitFor({ state: 'detached' });
}

/** Where a phone can be paged, a question has room for that instead. */
async function tapNoAnswer(phone: Phone, who: string): Promise<void> {
  await phone.button(`${who} is up`).waitFor();
  const asked = phone.button(`${who} didn’t wake`);
  if (await asked.isVisible()) return asked.click();
  await openMore(phone);
  await phone.button(`${who} didn’t wake`, phone.sheet).click();
  await phone.sheet.waitFor({ state: 'detached' });
}

async function openMore(phone: Phone): Promise<void> {
  await phone.button('More').click();
  await phone.sheet.waitFor();
}
