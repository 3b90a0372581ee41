import type { PressWord } from '@/domain/presses/press';
import type { Instant } from '@/lib/time';
import type { StoredPress } from '@/protocol/buttons';
import type { ButtonCalls } from '@/sync/client/buttons';
import type { HouseholdCalls } from '@/sync/client/client';
import type { ButtonContext } from '@/sync/context';
import { newButtonId, sealWord } from '@/sync/crypto/buttonSeals';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import type { SharedPhone } from '../sharedPhone';

type Secret = Uint8Array<ArrayBuffer>;

/** The buttons' part of a home server in memory, for one household. */
export class SimulatedButtons {
  /** What no phone has logged yet. */
  readonly waiting = new Map<string, StoredPress>();
  readonly buttonId = newButtonId();
  #count = 0;
  readonly #words = new Map<string, Promise<string>>();

  constructor(
    private readonly secret: Secret,
    private readonly keys: HouseholdKeys,
  ) {}

  /** A button says a word about a child. Returns the id of the press. */
  async press(word: PressWord, childId: string, at: Instant): Promise<string> {
    const { secret, buttonId } = this;
    const known = `${word} ${childId}`;
    const sealed =
      this.#words.get(known) ?? sealWord({ secret, buttonId, householdId: this.keys.householdId }, word, childId);
    this.#words.set(known, sealed);
    return this.pressSealed(await sealed, at);
  }

  pressSealed(word: string, at: Instant): string {
    this.#count += 1;
    const id = `press-${String(this.#count).padStart(4, '0')}`;
    this.waiting.set(id, { id, button: this.buttonId, word, at });
    return id;
  }

  /** Returns the context of a phone that reaches these buttons, too. */
  contextOf({ context }: SharedPhone): ButtonContext {
    return { ...context, client: { ...this.#told(context.client), ...this.#calls() } };
  }

  #told(client: HouseholdCalls): HouseholdCalls {
    return {
      ...client,
      pull: async (since, limit) => {
        const reply = await client.pull(since, limit);
        return reply.ok && this.waiting.size > 0 ? { ...reply, value: { ...reply.value, presses: true } } : reply;
      },
    };
  }

  #calls(): ButtonCalls {
    const answer = <Value>(value: Value) => ({ ok: true, value, serverTime: null }) as const;
    return {
      putButton: async () => answer(null),
      getButtons: async () => answer([]),
      deleteButton: async () => answer(null),
      getPresses: async () => answer([...this.waiting.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))),
      deletePress: async (id) => {
        this.waiting.delete(id);
        return answer(null);
      },
    };
  }
}
