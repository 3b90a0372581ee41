/*
 * What db mentions of a page and a worker lacks. It asks for it within a `try`, and does without (src/db/pending.ts): here a
 * write that fails is not kept, the notification says so instead.
 */
declare const localStorage: {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
};
