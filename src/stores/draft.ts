import { currentGameDay } from './gameDay';

/*
 * Texts that are being typed and are not in the log yet, so that a reload loses nothing. A draft is
 * kept on this device, one for each text, until it is stored in the log. Drafts of a GameDay have
 * its seed in their key and end with its window, as everything of a GameDay does.
 */

export interface Draft {
  /** The text that was stored when typing began. */
  over: string;
  /** The text in the editor when typing began: `over`, or a generated text that was not stored. */
  base: string;
  typed: string;
}

const PREFIX = 'infernalops.draft.';

const keyOf = (name: string): string => {
  const gameDay = currentGameDay();
  return gameDay ? `${PREFIX}${gameDay.seed}.${name}` : PREFIX + name;
};

const storage = (): Storage => (currentGameDay() ? sessionStorage : localStorage);

/** Returns the draft of a text; null if there is none or it cannot be read. */
export function readDraft(name: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(storage().getItem(keyOf(name)) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return null;
    const { over, base, typed } = stored as Record<string, unknown>;
    return [over, base, typed].every((text) => typeof text === 'string') ? (stored as Draft) : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; null deletes it. */
export function saveDraft(name: string, draft: Draft | null): void {
  try {
    if (draft === null) storage().removeItem(keyOf(name));
    else storage().setItem(keyOf(name), JSON.stringify(draft));
  } catch {
    // There is no storage or it is full. The editor keeps the text as long as the page is open.
  }
}

/** Deletes all drafts. The app calls this when it erases the log with the nights they belong to. */
export function clearDrafts(): void {
  try {
    const drafts = storage();
    for (const key of Object.keys(drafts)) if (key.startsWith(PREFIX)) drafts.removeItem(key);
  } catch {
    // Without storage there are no drafts.
  }
}
