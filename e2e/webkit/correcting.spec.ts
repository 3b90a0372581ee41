import { readIncidents } from '../support/storedRows';
import { expect, test } from './support/test';

test('a night can be read and corrected in the morning', async ({ openPhone }) => {
  const phone = await openPhone({ time: '2026-11-17T02:43:10+01:00' });
  await phone.button('Baby woke').tap();
  await phone.toast.waitForText(/Baby woke/);
  await phone.pass('20:00');
  await phone.button('Asleep again').tap();
  await phone.title.waitForText('Recovered in 20 min');

  await phone.goTo('#/nights');
  await phone.link(/1 wake-up · 20 min awake/).tap();
  // The comma depends on the version of the language data that WebKit was built with.
  await phone.title.waitForText(/^Night of Mon,? 16 Nov to Tue,? 17 Nov$/);
  await phone.link(/Baby · 02:43 – 03:03/).tap();

  // The wake-up ended at 2:55; the parent had forgotten to tap.
  await phone.button(/Asleep again/).tap();
  await phone.dialog.find({ label: 'At' }).fill('02:55');
  await phone.dialog.find({ role: 'button', name: 'The time is a guess' }).tap();
  await phone.dialog.find({ role: 'button', name: 'Save' }).tap();
  await phone.button(/02:55 ?Asleep again ?estimated/).waitFor();
  await phone.closeToast();

  // An end before the beginning is refused next to its field, and changes nothing.
  await phone.button(/Asleep again/).tap();
  await phone.dialog.find({ label: 'At' }).fill('02:30');
  await phone.dialog.find({ role: 'button', name: 'Save' }).tap();
  await phone.dialog.find({ role: 'alert' }).waitForText('The end is before the beginning.');
  await phone.pressEscape();
  await phone.dialog.waitUntilGone();
  await phone.button(/02:55/).waitFor();

  // The wake-up is deleted, and the deletion is undone.
  await phone.button('Delete this wake-up').tap();
  await phone.text('Nothing was logged this night.').waitFor();
  expect(await readIncidents(phone)).toEqual([]);
  await phone.button(/^Undo/).tap();
  await phone.link(/Baby · 02:43 – about 02:55/).waitFor();
  const [incident] = await readIncidents(phone);
  expect(new Date(incident?.resolvedAt ?? 0).toISOString()).toMatch(/^2026-11-17T01:55/);
});

test('a tap at night can be undone', async ({ openPhone }) => {
  const phone = await openPhone({ time: '2026-11-17T02:43:10+01:00', locale: 'fr-FR' });
  await phone.button('Bébé se réveille').tap();
  await phone.toast.waitForText(/Bébé se réveille/);
  await phone.button(/^Annuler/).tap();
  await phone.title.waitForText('Tous les services dorment');
  expect(await readIncidents(phone)).toEqual([]);
});
