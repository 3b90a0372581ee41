import { addMs, SECOND_MS } from '@/lib/time';
import { tonightAt } from '../factories';
import { roundOf, type SharedPhone, settle, sharedPhones, type TestHousehold, type TestServer } from '../sharedPhone';
import { nothingTold, perform, type Told } from './perform';
import type { Act, Scenario } from './scenario';

/** So few documents in a page that a run has several of them. */
const PAGE_DOCS = 7;

interface Stage {
  server: TestServer;
  /** Without one, that of `testKeys`. */
  household?: TestHousehold;
  /** Is awaited before an act of this index. */
  beforeAct?: (index: number) => void | Promise<void>;
}

/** How a run ended, when all phones have heard everything. */
export interface Played {
  server: TestServer;
  phones: SharedPhone[];
  told: Told;
}

/** Plays one run on new phones. */
export async function play({ skews, acts }: Scenario, { server, household, beforeAct }: Stage): Promise<Played> {
  let clock = tonightAt('02:43');
  const phones = await sharedPhones(inSmallPages(server), skews, () => clock, household);
  const told = nothingTold();
  /** `busy` is the phone whose round is under way: it does not begin another one. */
  const act = async (each: Act, busy?: SharedPhone): Promise<void> => {
    clock = addMs(clock, each.afterSeconds * SECOND_MS);
    const phone = phones[each.phone % phones.length];
    if (!phone || (phone === busy && (each.kind === 'sync' || each.kind === 'lost'))) return;
    if (each.kind === 'lost') await lose(phone, phones);
    else await perform(phone, each, told, (other) => act(other, phone));
  };
  for (const [index, each] of acts.entries()) {
    await beforeAct?.(index);
    await act(each);
  }
  await settle(phones);
  return { server, phones, told };
}

/** Takes away a phone that the server holds the same as, unless it is the last one. */
async function lose(phone: SharedPhone, phones: SharedPhone[]): Promise<void> {
  if (phones.length === 1) return;
  const end = await roundOf(phone);
  if (end?.ok && end.value.kind === 'same') phones.splice(phones.indexOf(phone), 1);
}

const inSmallPages = (server: TestServer): TestServer => ({
  client(nextFault) {
    const client = server.client(nextFault);
    return { ...client, pull: (since, limit) => client.pull(since, Math.min(limit, PAGE_DOCS)) };
  },
});
