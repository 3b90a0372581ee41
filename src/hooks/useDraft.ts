import { useState } from 'react';

/**
 * Returns the text that is being typed over a saved value. When the saved value changes (it was
 * saved, undone, or written in another window), it replaces the typed text.
 */
export function useDraft(saved: string): [typed: string, setTyped: (text: string) => void] {
  const [draft, setDraft] = useState({ savedValue: saved, typed: saved });
  return [draft.savedValue === saved ? draft.typed : saved, (typed) => setDraft({ savedValue: saved, typed })];
}
