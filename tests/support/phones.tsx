import type { ComponentType } from 'react';
import type { InfernalDatabase } from '@/db/database';
import type { PagerConnection } from '@/hooks/pagerConnection';
import type { PhonesConnection } from '@/hooks/phonesConnection';
import { PagerContext } from '@/hooks/usePager';
import { PhonesContext } from '@/hooks/usePhones';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import { OFF, setSyncStatus } from '@/stores/sync';
import type {
  Answer,
  HowToJoin,
  Invitation,
  OwnPhone,
  Phone,
  PhonesService,
  SharedCode,
  SyncFailure,
} from '@/sync/service';
import { PagerInMemory } from './pager';

/*
 * A home server and a second phone in memory, for the tests of the screens. The real sync has its
 * own tests, end to end.
 */

export const CODE = 'K7QM-2F9X-HB4T';

export const phone = (more: Partial<Phone> = {}): Phone => ({
  id: 'this',
  name: 'Android phone',
  caregiverId: null,
  isThis: true,
  lastContactAt: Date.now() as Instant,
  appVersion: '12fb11429220',
  differs: false,
  ...more,
});

const INVITATION: Invitation = {
  secret: new Uint8Array(32),
  children: [
    { id: 'their-leo', name: 'Leo', birthDate: null },
    { id: 'their-ada', name: 'Ada', birthDate: '2026-02-10' },
  ],
  caregivers: [
    { id: 'their-mum', name: 'Mum' },
    { id: 'their-papa', name: 'Papa' },
  ],
};

/** What a screen asked for, with its arguments. */
type Asked = readonly [keyof PhonesService, ...unknown[]];

export class PhonesInMemory implements PhonesService, PhonesConnection {
  phones: Phone[] = [];
  /** Why the next questions are not answered; null if they are. */
  failure: SyncFailure | null = null;
  /** The word of the operator, if there is one. */
  invite: string | null = null;
  readonly asked: Asked[] = [];
  /** Held back as long as the promise is pending, to look at a screen meanwhile. */
  heldUntil: Promise<void> | null = null;
  #db: InfernalDatabase | null = null;

  load = async (db: InfernalDatabase) => {
    this.#db = db;
    return this;
  };

  async readPhones(): Promise<Phone[]> {
    // A live query follows what it reads; `changePhones` writes it.
    await this.#db?.meta.get('rotaSince');
    return [...this.phones];
  }

  /** Changes the phones as the sync would when another one is heard of. */
  async changePhones(phones: Phone[]): Promise<void> {
    this.phones = phones;
    await this.#db?.meta.put({ id: 'rotaSince', night: '2026-11-16' } as never);
  }

  findServer = () => this.#answer(['findServer'], null);

  async startSharing(me: OwnPhone, invite?: string): Promise<Answer> {
    if (this.invite !== null && invite !== this.invite) {
      this.asked.push(['startSharing', me, invite]);
      return { ok: false, failure: 'inviteNeeded' };
    }
    const answer = await this.#answer(['startSharing', me, invite], null);
    if (!answer.ok) return answer;
    await this.changePhones([phone(me)]);
    setSyncStatus({ sharing: 'on' });
    return answer;
  }

  createCode = (): Promise<Answer<SharedCode>> =>
    this.#answer(['createCode'], {
      code: CODE,
      link: `https://home.example/#/join/${CODE}`,
      expiresAt: addMs(Date.now() as Instant, 15 * MINUTE_MS),
    });

  redeemCode = (code: string): Promise<Answer<Invitation>> => this.#answer(['redeemCode', code], INVITATION);

  async join(_: Invitation, how: HowToJoin, me: OwnPhone, onProgress: (share: number) => void): Promise<Answer> {
    onProgress(0.4);
    const answer = await this.#answer(['join', how, me], null);
    if (answer.ok) setSyncStatus({ sharing: 'on' });
    return answer;
  }

  async changeThisPhone(me: OwnPhone): Promise<Answer> {
    const answer = await this.#answer(['changeThisPhone', me], null);
    if (answer.ok) await this.changePhones(this.phones.map((known) => (known.isThis ? { ...known, ...me } : known)));
    return answer;
  }

  async removePhone(id: string): Promise<Answer> {
    const answer = await this.#answer(['removePhone', id], null);
    if (answer.ok) await this.changePhones(this.phones.filter((known) => known.id !== id));
    return answer;
  }

  leave = () => this.#end('leave');
  eraseHousehold = () => this.#end('eraseHousehold');

  async #end(asked: 'leave' | 'eraseHousehold'): Promise<Answer> {
    const answer = await this.#answer([asked], null);
    if (answer.ok) setSyncStatus(OFF);
    return answer;
  }

  async #answer<Value>(asked: Asked, value: Value): Promise<Answer<Value>> {
    this.asked.push(asked);
    await this.heldUntil;
    return this.failure ? { ok: false, failure: this.failure } : { ok: true, value };
  }
}

/** Gives a screen these phones, and this pager, instead of the sync. */
export function withPhones(
  phones: PhonesConnection | null,
  Screen: ComponentType,
  pager: PagerConnection = new PagerInMemory(),
): ComponentType {
  return () => (
    <PhonesContext value={phones}>
      <PagerContext value={pager}>
        <Screen />
      </PagerContext>
    </PhonesContext>
  );
}
