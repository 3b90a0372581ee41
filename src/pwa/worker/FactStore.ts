const FACTS = 'facts/';

/**
 * Stores facts as the names of empty entries of a cache (versionFacts.ts). They are read once and
 * then held in memory: only the active worker changes them.
 */
export class FactStore {
  private facts: Promise<Set<string>> | null = null;

  constructor(
    private readonly caches: CacheStorage,
    private readonly scope: string,
  ) {}

  /** Returns all facts, in no order. */
  async all(): Promise<readonly string[]> {
    return [...(await this.read())];
  }

  /** Reads the facts from disk again: until this worker is active, another one changes them. */
  forget(): void {
    this.facts = null;
  }

  /** Adds a fact, on disk first. */
  async add(fact: string): Promise<void> {
    const facts = await this.read();
    await (await this.open()).put(this.addressOf(fact), new Response());
    facts.add(fact);
  }

  /** Removes a fact, on disk first. Does nothing if it is not there. */
  async remove(fact: string): Promise<void> {
    const facts = await this.read();
    await (await this.open()).delete(this.addressOf(fact));
    facts.delete(fact);
  }

  private read(): Promise<Set<string>> {
    this.facts ??= this.open()
      .then((cache) => cache.keys())
      .then((requests) => new Set(requests.map(({ url }) => url.slice(this.addressOf('').length))));
    return this.facts;
  }

  private open(): Promise<Cache> {
    return this.caches.open(`infernalops-facts-${this.scope}`);
  }

  private addressOf(fact: string): string {
    return `${this.scope}${FACTS}${fact}`;
  }
}
