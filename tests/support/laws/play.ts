import { addMs, SECOND_MS } from '@/lib/time';
import { tonightAt } from '../factories';
import { type SharedPhone, settle, sharedPhones, type TestServer } from '../sharedPhone';
import { nothingTold, perform, type Told } from './perform';
import type { Act } from './scenario';

/** How a run ended, when all phones have heard everything. */
export interface Played {
  phones: SharedPhone[];
  told: Told;
}

/** Plays one run on phones of a new household. */
export async function play(server: TestServer, skews: readonly number[], acts: readonly Act[]): Promise<Played> {
  let clock = tonightAt('02:43');
  const phones = await sharedPhones(server, skews, () => clock);
  const told = nothingTold();
  for (const each of acts) {
    clock = addMs(clock, each.afterSeconds * SECOND_MS);
    const phone = phones[each.phone % phones.length];
    if (phone) await perform(phone, each, told);
  }
  await settle(phones);
  return { phones, told };
}
