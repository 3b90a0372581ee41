import { expect, it } from 'vitest';
import { announce } from '@/sync/announce';
import { syncRound } from '@/sync/round';
import { tonightAt } from '../support/factories';
import { type SharedPhone, settle, sharedPhones } from '../support/sharedPhone';
import { SimulatedServer } from '../support/simulatedServer';

const phonesOf = ({ db }: SharedPhone) => db.phones.orderBy('id').toArray();

it('what a phone tells of itself is the same row on both phones', async () => {
  const phones = await sharedPhones(new SimulatedServer(), [0, 0], () => tonightAt('09:00'));
  await settle(phones);
  for (const { context } of phones) {
    const ended = await syncRound(context);
    if (!ended.ok || ended.value.kind !== 'same') throw new Error('the round did not end');
    await announce(context, ended.value);
  }
  await settle(phones);
  const [hers, his] = await Promise.all(phones.map(phonesOf));
  expect(hers).toHaveLength(2);
  expect(his).toEqual(hers);
});
