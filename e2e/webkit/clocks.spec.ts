import { readIncidents } from '../support/storedRows';
import { expect, test } from './support/test';

/* In Europe/Paris clocks go back from 3:00 to 2:00 on 25 October 2026, and forward on 29 March. */

test('in the night in which the clocks go back, a wake-up from 2:50 to 2:10 took 20 minutes', async ({ openPhone }) => {
  const phone = await openPhone({ time: '2026-10-25T02:50:00+02:00' });
  await phone.button('Baby woke').tap();
  await phone.toast.waitForText(/Baby woke · 02:50/);
  await phone.setTime('2026-10-25T02:10:00+01:00');
  await phone.find({ role: 'timer' }).waitForText('20:00');
  await phone.button('Asleep again').tap();
  await phone.title.waitForText('Recovered in 20 min');
  await phone.setTime('2026-10-25T09:00:00+01:00');
  await phone.goTo('#/nights/2026-10-24');
  await phone.link(/Baby · 02:50 – 02:10/).waitForText(/20 min/);
  const [incident] = await readIncidents(phone);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toBe('2026-10-25T00:50:00.000Z');
  expect(new Date(incident?.resolvedAt ?? 0).toISOString()).toBe('2026-10-25T01:10:00.000Z');
});

test('in the repeated hour the app asks which one; in the skipped hour it says that there was none', async ({
  openPhone,
}) => {
  const phone = await openPhone({ time: '2026-10-25T09:00:00+01:00', locale: 'fr-FR' });
  await phone.goTo('#/nights/2026-10-24');
  await phone.button('Ajouter un réveil').tap();
  await phone.dialog.find({ label: 'Début' }).fill('02:30');
  await phone.dialog
    .find({ role: 'group', name: /^02:30 a existé deux fois cette nuit-là/ })
    .find({ role: 'button', name: /^La seconde/ })
    .tap();
  await phone.dialog.find({ label: 'Fin' }).fill('03:10');
  await phone.dialog.find({ role: 'button', name: 'Enregistrer' }).tap();
  await phone.link(/02:30 – 03:10/).waitForText(/40 min/);
  const [incident] = await readIncidents(phone);
  expect(new Date(incident?.detectedAt ?? 0).toISOString()).toBe('2026-10-25T01:30:00.000Z');

  await phone.goTo('#/nights/2026-03-28');
  await phone.title.waitForText(/28 mars/);
  await phone.button('Ajouter un réveil').tap();
  await phone.dialog.find({ label: 'Début' }).fill('02:30');
  await phone.dialog.find({ text: /02:30 n’a pas existé/ }).waitFor();
  expect(await phone.dialog.find({ role: 'button', name: 'Enregistrer' }).attribute('disabled')).toBe('true');
});
