import { useState } from 'react';
import { readDraft, saveDraft } from '@/stores/draft';

export interface KeptFields<T extends Record<string, string>> {
  fields: T;
  change: (change: Partial<T>) => void;
  /** Whether the fields began with what was typed before and never saved. */
  wereKept: boolean;
  /** Whether what is saved was changed since the fields were opened, as by another window. */
  isStale: boolean;
  /** Forgets what was typed. Called when it was saved. */
  forget: () => void;
  /** Forgets what was typed, and shows what is saved. */
  startOver: () => void;
}

/**
 * The texts of a form's fields. What is typed is kept on this device until it is saved, so it
 * survives Back, a tap outside the sheet, and a reload. It is dropped if what it was typed over was
 * changed meanwhile.
 *
 * @param name the name of the draft: the form and the row
 * @param saved the texts that are saved; empty texts for a new row
 */
export function useKeptFields<T extends Record<string, string>>(name: string, saved: T): KeptFields<T> {
  const savedNow = JSON.stringify(saved);
  const [opened, setOpened] = useState({ name, over: savedNow });
  const [fields, setFields] = useState<T>(() => readKept(name, saved) ?? saved);
  const [wereKept, setWereKept] = useState(() => readKept(name, saved) !== null);
  const typedNow = JSON.stringify(fields);
  // What was saved since is shown unless something else was typed: nobody's text disappears.
  if (savedNow !== opened.over && (typedNow === opened.over || typedNow === savedNow)) {
    setOpened({ name, over: savedNow });
    setFields(saved);
  }
  const forget = () => {
    saveDraft(opened.name, null);
    setOpened({ name, over: typedNow });
  };
  return {
    fields,
    wereKept,
    isStale: savedNow !== opened.over && typedNow !== opened.over,
    forget,
    change: (change) => {
      const next = { ...fields, ...change };
      const typed = JSON.stringify(next);
      setFields(next);
      saveDraft(opened.name, typed === opened.over ? null : { over: opened.over, base: opened.over, typed });
    },
    startOver: () => {
      saveDraft(opened.name, null);
      setOpened({ name, over: savedNow });
      setFields(saved);
      setWereKept(false);
    },
  };
}

/** Returns what was typed over the same saved texts; null if there is nothing or it is damaged. */
function readKept<T extends Record<string, string>>(name: string, saved: T): T | null {
  const draft = readDraft(name);
  if (draft?.over !== JSON.stringify(saved)) return null;
  try {
    const typed: unknown = JSON.parse(draft.typed);
    const isWhole = Object.keys(saved).every((field) => typeof (typed as Record<string, unknown>)[field] === 'string');
    return isWhole ? (typed as T) : null;
  } catch {
    return null;
  }
}
