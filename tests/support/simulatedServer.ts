import type { StoredDoc } from '@/protocol/api';
import { EMPTY_SUM, toggleInSum } from '@/protocol/sum';
import type { HouseholdClient } from '@/sync/client/client';
import { toBase64url } from '@/sync/crypto/base64url';
import { tagOfBody } from '@/sync/crypto/documents';
import { type Fault, Killed, SlowWay } from './faults';
import type { TestServer } from './sharedPhone';

/*
 * A home server in memory, for one household. It does what the contract says; the real one is
 * tested against the same contract (tests/server).
 */

export class SimulatedServer implements TestServer {
  docs = new Map<string, StoredDoc>();
  head = 0;
  exists = false;
  isGone = false;
  readonly #slowWay = new SlowWay();

  /** A copy of what is stored, as a backup of the server would have it. */
  backUp(): { docs: Map<string, StoredDoc>; head: number } {
    return { docs: new Map(this.docs), head: this.head };
  }

  restore({ docs, head }: { docs: Map<string, StoredDoc>; head: number }): void {
    this.docs = new Map(docs);
    this.head = head;
  }

  get sum(): string {
    const tags = [...this.docs.values()].map(({ body }) => tagOfBody(body) ?? EMPTY_SUM);
    return toBase64url(tags.reduce<Uint8Array>(toggleInSum, EMPTY_SUM as Uint8Array));
  }

  /** Returns the client of one phone. `nextFault` is asked once for each call. */
  client(nextFault: () => Fault = () => 'none'): HouseholdClient {
    const OFFLINE = { ok: false, failure: { kind: 'offline' } } as const;
    const call = async <Value>(answer: () => Value | null) => {
      const fault = nextFault();
      if (fault === 'requestLost' || fault === 'requestCut') return OFFLINE;
      if (fault === 'late') {
        this.#slowWay.hold(answer);
        return OFFLINE;
      }
      if (fault === 'repeated') answer();
      const value = this.isGone ? null : answer();
      await this.#slowWay.arrive();
      if (fault === 'killed') throw new Killed();
      if (fault === 'answerLost') return OFFLINE;
      if (fault === 'answerCut') return { ok: false, failure: { kind: 'notHomeServer' } } as const;
      if (this.isGone) return { ok: false, failure: { kind: 'gone' } } as const;
      if (value === null) return { ok: false, failure: { kind: 'unauthorized' } } as const;
      return { ok: true, value, serverTime: null } as const;
    };
    const known = <Value>(answer: () => Value) => call(() => (this.exists ? answer() : null));
    return {
      push: (docs) => known(() => this.push(docs)),
      pull: (since, limit) =>
        known(() => {
          const news = [...this.docs.values()].filter(({ seq }) => seq > since).sort((a, b) => a.seq - b.seq);
          return { docs: news.slice(0, limit), head: this.head, sum: this.sum, more: news.length > limit };
        }),
      versions: () =>
        known(() => ({
          versions: [...this.docs.values()].map(({ id, n, body }): [string, number, string] => [
            id,
            n,
            toBase64url(tagOfBody(body) ?? EMPTY_SUM),
          ]),
          head: this.head,
          sum: this.sum,
        })),
      createHousehold: async () => {
        const created = await call(() => {
          this.exists = true;
          return true;
        });
        return created.ok ? { ...created, value: null } : created;
      },
      deleteHousehold: async () => {
        const deleted = await call(() => {
          this.docs.clear();
          this.isGone = true;
          return true;
        });
        return deleted.ok ? { ...deleted, value: null } : deleted;
      },
      putInvitation: async () => ({ ok: true, value: null, serverTime: null }),
      openEvents: async () => ({ why: 'ended' }),
    };
  }

  private push(docs: readonly { id: string; n: number; body: string }[]) {
    const conflicts: StoredDoc[] = [];
    for (const { id, n, body } of docs) {
      const stored = this.docs.get(id);
      if ((stored?.n ?? 0) !== n) conflicts.push(stored ?? { id, n: 0, seq: 0, body: '' });
      else {
        this.head += 1;
        this.docs.set(id, { id, n: n + 1, seq: this.head, body });
      }
    }
    return { head: this.head, sum: this.sum, conflicts };
  }
}
