import { readIncidents } from '../support/storedRows';
import { expect, test } from './support/test';

for (const { locale, woke, up, feed, asleep, recovered, cause } of [
  {
    locale: 'en-GB',
    woke: 'Baby woke',
    up: 'Mum is up',
    feed: 'Feed',
    asleep: 'Asleep again',
    recovered: 'Recovered in 20 min',
    cause: 'Hunger',
  },
  {
    locale: 'fr-FR',
    woke: 'Bébé se réveille',
    up: 'Maman est debout',
    feed: 'Tétée, bib',
    asleep: 'Ça redort',
    recovered: 'Rétabli en 20 min',
    cause: 'Faim',
  },
])
  test(`a whole night: up, fed, asleep, and why, ${locale}`, async ({ openPhone }) => {
    const phone = await openPhone({ locale, time: '2026-11-17T02:43:10+01:00' });
    await phone.button(woke).tap();
    await phone.toast.waitForText(new RegExp(`${woke} · 02:43`));
    await phone.pass('1:00');
    await phone.button(up).tap();
    await phone.text(`${up} · 02:44`).waitFor();
    await phone.pass('2:00');
    await phone.button(/^(More|Plus)$/).tap();
    await phone.dialog.find({ role: 'button', name: feed }).tap();
    await phone.text(`${feed} · 02:46`).waitFor();
    await phone.pass('17:00');
    await phone.button(asleep).tap();
    await phone.title.waitForText(recovered);
    await phone.pass('0:03');
    await phone.button(cause).tap();
    await expect.poll(() => phone.button(cause).attribute('aria-pressed')).toBe('true');

    const [incident, ...others] = await readIncidents(phone);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ causeId: 'hunger' });
    expect(incident?.timeline.map(({ kind }) => kind)).toEqual(['detected', 'acknowledged', 'remedy', 'resolved']);
  });
