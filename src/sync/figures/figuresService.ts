import type { InfernalDatabase } from '@/db/database';
import { putOwnFigures, readOwnFigures, removeOwnFigures } from '@/db/sharing/figures';
import { readSharing } from '@/db/sharing/readSharing';
import { type Instant, MINUTE_MS } from '@/lib/time';
import type { Connection } from '@/sync/client/request';
import type { RequestFailure } from '@/sync/client/requestFailure';
import { toBase64url } from '@/sync/crypto/base64url';
import { randomBytes } from '@/sync/crypto/bytes';
import { deriveKeys } from '@/sync/crypto/householdKeys';
import type { Answer } from '@/sync/service';
import { type FigureCalls, figureCalls } from './calls';
import { logState } from './logState';
import type { FiguresService, NamedBy, OwnFigures, Publisher } from './service';
import { tokenHash } from './tokenHash';

/** Prometheus asks each minute, but nobody looks at a trend that often. */
const EVERY_MS = 5 * MINUTE_MS;

const OK = { ok: true, value: null } as const;
const STORAGE = { ok: false, failure: 'storage' } as const;
const failed = ({ kind }: RequestFailure): Extract<Answer, { ok: false }> => ({
  ok: false,
  failure: kind === 'gone' ? 'unauthorized' : kind,
});
const newToken = (): string => toBase64url(randomBytes(32));

export interface FiguresServiceOptions {
  db: InfernalDatabase;
  connection: Connection;
  now: () => Instant;
  /** Returns the figures as OpenMetrics; null if the log cannot be read. */
  compute: (namedBy: NamedBy) => Promise<string | null>;
}

interface HowToPublish extends Pick<OwnFigures, 'token' | 'namedBy'> {
  /** Whether to replace what another phone, or this one under another token, has published. */
  takesOver: boolean;
}

/** Returns what the page of the figures can ask. */
export function createFiguresService({ db, connection, now, compute }: FiguresServiceOptions): FiguresService {
  /** Runs something for the household that this phone shares. */
  const asPhone = async <Value>(
    task: (calls: FigureCalls, householdId: string) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> => {
    const sharing = await readSharing(db);
    if (!sharing) return { ok: false, failure: 'unauthorized' };
    const keys = await deriveKeys(sharing.secret);
    return task(figureCalls(connection, keys), keys.householdId);
  };

  const publish = ({ takesOver, ...how }: HowToPublish): Promise<Answer> =>
    asPhone(async (calls, householdId) => {
      // Read before, so that a change while the figures are computed makes them due again.
      const state = (await logState(db, now())) ?? '';
      const publishedAt = now();
      const text = await compute(how.namedBy);
      if (text === null) return STORAGE;
      const sent = await calls.put({ text, tokenHash: await tokenHash(how.token), takesOver });
      if (!sent.ok) return failed(sent.failure);
      const figures = { id: 'figures', ...how, householdId, logState: state, publishedAt, isStopped: false } as const;
      return (await putOwnFigures(db, { householdId, figures })).ok ? OK : STORAGE;
    });

  /** Publishes what this phone publishes already, with something changed. */
  const republish = async (change: Partial<HowToPublish>): Promise<Answer> => {
    const own = await readOwnFigures(db);
    if (!own) return { ok: false, failure: 'notFound' };
    const { token, namedBy } = own;
    return publish({ token, namedBy, takesOver: true, ...change });
  };

  return {
    readOwn: () => readOwnFigures(db),

    findPublisher: () =>
      asPhone<Publisher>(async (calls) => {
        const found = await calls.get();
        if (!found.ok && found.failure.kind === 'notFound') return { ok: true, value: 'none' };
        if (!found.ok) return failed(found.failure);
        const own = await readOwnFigures(db);
        const isHere = own !== null && found.value.tokenHash === (await tokenHash(own.token));
        return { ok: true, value: isHere ? 'here' : 'elsewhere' };
      }),

    switchOn: async () => {
      // What was switched off elsewhere, or lost, goes on as it was: Prometheus knows the token.
      const own = await readOwnFigures(db);
      return publish({ token: own?.token ?? newToken(), namedBy: own?.namedBy ?? 'pseudonyms', takesOver: true });
    },

    switchOff: () =>
      asPhone(async (calls) => {
        const removed = await calls.remove();
        if (!removed.ok) return failed(removed.failure);
        return (await removeOwnFigures(db, {})).ok ? OK : STORAGE;
      }),

    renewToken: () => republish({ token: newToken() }),
    nameBy: (namedBy) => republish({ namedBy }),

    publishIfDue: async () => {
      const [own, sharing, state] = await Promise.all([readOwnFigures(db), readSharing(db), logState(db, now())]);
      if (!own || own.isStopped || !sharing || sharing.isJoining || state === null) return;
      // Under another secret it is another household, in which nothing is published yet.
      const hasMoved = own.householdId !== sharing.householdId;
      const isNews = hasMoved || (own.logState !== state && Math.abs(now() - own.publishedAt) >= EVERY_MS);
      if (!isNews) return;
      const { token, namedBy } = own;
      const published = await publish({ token, namedBy, takesOver: hasMoved });
      if (published.ok || published.failure !== 'notFound') return;
      await putOwnFigures(db, { householdId: sharing.householdId, figures: { ...own, isStopped: true } });
    },
  };
}
