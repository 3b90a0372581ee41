/*
 * A service worker has no localStorage, but db uses it. db does so within a `try` and works without
 * it (src/db/pending.ts). In the worker a failed write is therefore not kept; the notification
 * reports it instead.
 */
declare const localStorage: {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};
