import { readIncidents } from '../support/storedRows';
import { waitForWorker } from '../support/waitForWorker';
import { expect, test } from './support/test';

/** What WebKit writes if it is closed while its worker still looks into the cache. */
const WORKER_STOPPED = /^CONSOLE JS ERROR Cache API operation failed: Context is stopped$/;

test('from the second start on, a reload, a restart of the browser, a tap and the morning need no network', async ({
  host,
  openPhone,
}) => {
  const phone = await openPhone({ time: '2026-11-17T02:43:10+01:00', allowedFault: WORKER_STOPPED });
  await waitForWorker(phone);
  await host.stop();

  await phone.reload();
  await phone.button('Baby woke').tap();
  await phone.toast.waitForText(/Baby woke · 02:43/);

  await phone.quit();
  await phone.start();
  await phone.setTime('2026-11-17T03:00:15+01:00');
  await phone.button('Asleep again').tap();
  await phone.title.waitForText('Recovered in 17 min');

  await phone.setTime('2026-11-17T07:10:00+01:00');
  await phone.button('Good morning').tap();
  await phone.title.waitForText('Night closed');
  // Each of them is a part of the app that was never loaded before.
  await phone.open('#/nights');
  await phone.link(/17 min/).waitFor();
  await phone.open('#/dashboard');
  await phone.find({ css: '[data-card="debt"]' }).waitFor();
  await phone.open('#/household');
  await phone.link(/^Runbooks/).tap();
  await phone.link(/^Standard incident/).tap();
  await phone.button('Copy the link').waitFor();
  expect(await readIncidents(phone)).toHaveLength(1);
});
