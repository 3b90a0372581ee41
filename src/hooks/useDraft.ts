import { useState } from 'react';

/** What is being typed over a saved value. It gives way when the saved one changes: saved, undone, or written in another window. */
export function useDraft(saved: string): [typed: string, setTyped: (text: string) => void] {
  const [draft, setDraft] = useState({ over: saved, typed: saved });
  return [draft.over === saved ? draft.typed : saved, (typed) => setDraft({ over: saved, typed })];
}
