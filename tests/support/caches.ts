/** A `CacheStorage` in memory, with the part of the interface that the service worker uses. */
export class MemoryCaches {
  readonly byName = new Map<string, MemoryCache>();
  /** After this many more changes the storage fails, as it would for a browser that is killed. */
  changesLeft = Number.POSITIVE_INFINITY;

  readonly storage = {
    has: async (name: string) => this.byName.has(name),
    keys: async () => [...this.byName.keys()],
    match: async (address: string, { cacheName = '', ...how }: MultiCacheQueryOptions) =>
      this.byName.get(cacheName)?.match(address, how),
    open: async (name: string) => {
      const cache = this.byName.get(name) ?? new MemoryCache(() => this.change());
      this.byName.set(name, cache);
      return cache;
    },
    delete: async (name: string) => {
      this.change();
      return this.byName.delete(name);
    },
  } as unknown as CacheStorage;

  private change(): void {
    if (this.changesLeft <= 0) throw new Error('killed');
    this.changesLeft -= 1;
  }
}

export class MemoryCache {
  readonly byAddress = new Map<string, Response>();

  constructor(private readonly change: () => void) {}

  async match(address: string, { ignoreSearch = false } = {}): Promise<Response | undefined> {
    const wanted = ignoreSearch ? withoutSearch(address) : address;
    for (const [key, response] of this.byAddress)
      if ((ignoreSearch ? withoutSearch(key) : key) === wanted) return response.clone();
    return undefined;
  }
  async put(address: string, response: Response): Promise<void> {
    this.change();
    this.byAddress.set(address, response);
  }
  async delete(address: string): Promise<boolean> {
    this.change();
    return this.byAddress.delete(address);
  }
  async keys(): Promise<{ url: string }[]> {
    return [...this.byAddress.keys()].map((url) => ({ url }));
  }
}

const withoutSearch = (address: string) => address.split('?')[0] ?? '';
