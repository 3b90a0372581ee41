import { readFile } from 'node:fs/promises';
import { readIncidents, readStored } from '../support/storedRows';
import { waitForWorker } from '../support/waitForWorker';
import { expect, test } from './support/test';

test('the log can be saved as a file, erased and restored offline', async ({ host, openPhone }) => {
  const phone = await openPhone({ time: '2026-11-17T02:43:10+01:00' });
  await phone.button('Baby woke').tap();
  await phone.toast.waitForText(/Baby woke/);
  await phone.pass('20:00');
  await phone.button('Asleep again').tap();
  await phone.title.waitForText(/Recovered/);
  await waitForWorker(phone);
  await host.stop();
  await phone.setTime('2026-11-17T10:00:00+01:00');
  await phone.open('#/household/backup');

  await phone.text('There is no backup yet.').waitFor();
  await phone.button('Save a backup').tap();
  const path = await phone.savedFile('infernalops-2026-11-17.json');
  await phone.text('Last backup: today.').waitFor();
  const saved = await readFile(path, 'utf8');
  const before = await readStored<object>(phone, 'incidents');
  expect(JSON.parse(saved).incidents).toHaveLength(1);

  await phone.goTo('#/household/erase');
  await phone.button('Erase it all').tap();
  await phone.toast.waitForText(/^Erased/);
  expect(await readIncidents(phone)).toEqual([]);

  await phone.goTo('#/household/restore');
  await phone.title.waitForText('Restore');
  const chooser = phone.find({ css: 'input[type=file]' });
  await chooser.choose(await phone.putFile('half.json', saved.slice(0, saved.length / 2)));
  await phone.text(/The file is no whole backup/).waitFor();
  expect(await readIncidents(phone)).toEqual([]);

  await chooser.choose(path);
  await phone.dialog.find({ text: /^one wake-up, from Tue,? 17 Nov to Tue,? 17 Nov$/ }).waitFor();
  await phone.dialog.find({ role: 'button', name: 'Replace the log' }).tap();
  await phone.toast.waitForText(/^Restored/);
  expect(await readStored(phone, 'incidents')).toEqual(before);
});
