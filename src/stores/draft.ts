import { currentGameDay } from './gameDay';

/*
 * What is being typed and is not in the log yet, so that a reload in the middle of it loses nothing. Of this device, one for each text;
 * gone once it is written. What is typed in a GameDay is kept under its own seed, and ends with its window as the rest of it does.
 */

export interface Draft {
  /** What was stored when the typing began. */
  over: string;
  /** What was typed over: that, or what stood there without being stored. */
  base: string;
  typed: string;
}

const PREFIX = 'infernalops.draft.';

const keyOf = (name: string): string => {
  const gameDay = currentGameDay();
  return gameDay ? `${PREFIX}${gameDay.seed}.${name}` : PREFIX + name;
};

const storage = (): Storage => (currentGameDay() ? sessionStorage : localStorage);

export function readDraft(name: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(name)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { over, base, typed } = kept as Record<string, unknown>;
    return [over, base, typed].every((text) => typeof text === 'string') ? (kept as Draft) : null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function saveDraft(name: string, draft: Draft | null): void {
  try {
    if (draft === null) storage().removeItem(keyOf(name));
    else storage().setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // No localStorage, or none left: the page still holds it for as long as it lives.
  }
}

/** Forgets them all: the nights they are about are erased. */
export function clearDrafts(): void {
  try {
    const kept = storage();
    for (const key of Object.keys(kept)) if (key.startsWith(PREFIX)) kept.removeItem(key);
  } catch {
    // Then there were none.
  }
}
