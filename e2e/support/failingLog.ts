import type { Page } from '@playwright/test';

const KEY = 'test.failingLog';

/**
 * From the next load on, the page's log takes no writes, as if the storage were full; or it does
 * not open; or it never answers. All other databases work. This lasts until `makeLogWork`.
 */
export async function makeLogFail(page: Page, how: 'full' | 'cannotOpen' | 'hangs' = 'full'): Promise<void> {
  await page.addInitScript(
    ([key, kind]) => {
      if (sessionStorage.getItem(key) === 'works') return;
      const LOG = 'infernalops';
      if (kind === 'full') {
        for (const method of ['put', 'add', 'delete', 'clear'] as const) {
          const original = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest;
          Object.assign(IDBObjectStore.prototype, {
            [method](this: IDBObjectStore, ...args: unknown[]) {
              if (this.transaction.db.name === LOG)
                throw new DOMException('The quota is exceeded.', 'QuotaExceededError');
              return original.apply(this, args);
            },
          });
        }
        return;
      }
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name, version) {
        if (name !== LOG) return open.call(this, name, version);
        // A request that never answers, or that fails as Chromium does with a damaged store.
        const request = open.call(this, `${LOG}-${Math.random()}`, 1);
        const error = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
        const event = { target: { error }, preventDefault() {}, stopPropagation() {} };
        const fail = () => request.onerror?.(event as unknown as Event);
        if (kind === 'cannotOpen') setTimeout(fail);
        return new Proxy(request, {
          get: (target, key) => (key === 'error' ? error : Reflect.get(target, key)),
          set: (target, key, value) => key === 'onsuccess' || Reflect.set(target, key, value),
        });
      };
    },
    [KEY, how] as const,
  );
}

/** From the next load on, the log works again. */
export const makeLogWork = (page: Page): Promise<void> =>
  page.evaluate((key) => sessionStorage.setItem(key, 'works'), KEY);
