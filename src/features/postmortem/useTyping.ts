import { useEffect, useRef, useState } from 'react';
import { bodyOf, withBody } from '@/domain/postmortem/stored';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { type Draft, keepDraft, readDraft } from '@/stores/draft';
import { useWrite } from './useWrite';

interface Typing {
  typed: string;
  type: (text: string) => void;
  error: string | null;
  /** Stores what was typed; false if that was refused, and why stands in `error`. */
  save: () => Promise<boolean>;
}

/** The draft of a night's text, of the log this window shows. */
export const useDraftName = (night: Day): string => `${useHousehold().db.name}.${night}`;

/**
 * The text while it is being typed. Every letter is kept on the device until it is stored, so a reload goes on where it was; whoever
 * leaves the page has stored it.
 */
export function useTyping(night: Day, { text, stored }: { text: string; stored: string }): Typing {
  const { t } = useWords();
  const write = useWrite(night);
  const name = useDraftName(night);
  const [draft, setDraft] = useState<Draft>(() => readDraft(name) ?? { over: stored, base: text, typed: bodyOf(text) });
  const [error, setError] = useState<string | null>(null);
  /** It was said that another window wrote meanwhile: whoever saves again means it. */
  const [insists, setInsists] = useState(false);
  const isDone = useRef(false);
  const change = (next: Draft) => {
    setDraft(next);
    keepDraft(name, next);
  };

  const save = async (refused?: (sentence: string) => void): Promise<boolean> => {
    const { base, typed } = draft;
    if (typed !== bodyOf(base)) {
      const said = t('postmortem.said.saved');
      const writing = { text: withBody(base, typed), over: insists ? stored : draft.over, said };
      const came = await write(refused ? { ...writing, refused } : writing);
      if (came === 'changedSince') setInsists(true);
      if (came !== 'written') return false;
    }
    isDone.current = true;
    keepDraft(name, null);
    return true;
  };

  const leave = useRef(save);
  useEffect(() => {
    leave.current = save;
  });
  useEffect(
    () => () => {
      if (!isDone.current) leave.current();
    },
    [],
  );

  return { typed: draft.typed, type: (typed) => change({ ...draft, typed }), error, save: () => save(setError) };
}
