import type { HouseholdCalls } from '@/sync/client/client';

/** What happens between two steps of a round; null if nothing does. */
type Step = (() => Promise<void>) | null;

/**
 * Returns a client with which something happens while a round waits for the server: the first step
 * before its first request is sent, the second one before the answer to it is there, and so on.
 * `ended` resolves when no step is under way any more, also of a request that nobody waits for.
 */
export function interrupted(
  client: HouseholdCalls,
  steps: readonly Step[],
): { client: HouseholdCalls; ended: () => Promise<unknown> } {
  const left = [...steps];
  const begun: Promise<unknown>[] = [];
  const call = <Value>(ask: () => Promise<Value>): Promise<Value> => {
    const around = async () => {
      await left.shift()?.();
      const reply = await ask();
      await left.shift()?.();
      return reply;
    };
    const reply = around();
    begun.push(reply);
    return reply;
  };
  return {
    client: {
      ...client,
      push: (docs) => call(() => client.push(docs)),
      pull: (since, limit) => call(() => client.pull(since, limit)),
      versions: () => call(() => client.versions()),
    },
    ended: () => Promise.allSettled(begun),
  };
}
