import 'fake-indexeddb/auto';

/** A `localStorage` for tests without a document, which do not have jsdom's. */
class MemoryStorage implements Storage {
  readonly #values = new Map<string, string>();
  [name: string]: unknown;

  get length() {
    return this.#values.size;
  }
  key = (index: number) => [...this.#values.keys()][index] ?? null;
  getItem = (key: string) => this.#values.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#values.set(key, String(value));
  removeItem = (key: string) => void this.#values.delete(key);
  clear = () => this.#values.clear();
}

if (!('localStorage' in globalThis)) Object.assign(globalThis, { localStorage: new MemoryStorage() });
