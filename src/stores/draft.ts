/*
 * What is being typed and is not in the log yet, so that a reload in the middle of it loses nothing. Of this device, one for each text;
 * gone once it is written.
 */

export interface Draft {
  /** What was stored when the typing began. */
  over: string;
  /** What was typed over: that, or what stood there without being stored. */
  base: string;
  typed: string;
}

const keyOf = (name: string): string => `infernalops.draft.${name}`;

export function readDraft(name: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { over, base, typed } = kept as Record<string, unknown>;
    return [over, base, typed].every((text) => typeof text === 'string') ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keepDraft(name: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // No localStorage, or none left: the page still holds it for as long as it lives.
  }
}
