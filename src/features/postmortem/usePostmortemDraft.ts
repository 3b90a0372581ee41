import { useEffect, useRef, useState } from 'react';
import { bodyOf, withBody } from '@/domain/postmortem/storedText';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { type Draft, readDraft, saveDraft } from '@/stores/draft';
import { useWritePostmortem } from './useWritePostmortem';

interface PostmortemDraft {
  typed: string;
  setTyped: (text: string) => void;
  error: string | null;
  /** Stores what was typed; false if that was refused, and why stands in `error`. */
  save: () => Promise<boolean>;
}

/** The draft of a night's text, of the log this window shows. */
export const useDraftKey = (night: Day): string => `${useHousehold().db.name}.${night}`;

/**
 * The text while it is being typed. Every letter is kept on the device until it is stored, so a reload goes on where it was; whoever
 * leaves the page has stored it.
 */
export function usePostmortemDraft(night: Day, { text, stored }: { text: string; stored: string }): PostmortemDraft {
  const { t } = useTranslation();
  const write = useWritePostmortem(night);
  const name = useDraftKey(night);
  const [draft, setDraft] = useState<Draft>(() => readDraft(name) ?? { over: stored, base: text, typed: bodyOf(text) });
  const [error, setError] = useState<string | null>(null);
  /** It was said that another window wrote meanwhile: whoever saves again means it. */
  const [overwrites, setOverwrites] = useState(false);
  const isDone = useRef(false);
  const updateDraft = (next: Draft) => {
    setDraft(next);
    saveDraft(name, next);
  };

  const save = async (refused?: (sentence: string) => void): Promise<boolean> => {
    const { base, typed } = draft;
    if (typed !== bodyOf(base)) {
      const message = t('postmortem.toast.saved');
      const request = { text: withBody(base, typed), expected: overwrites ? stored : draft.over, message };
      const outcome = await write(refused ? { ...request, onRefused: refused } : request);
      if (outcome === 'changedSince') setOverwrites(true);
      if (outcome !== 'written') return false;
    }
    isDone.current = true;
    saveDraft(name, null);
    return true;
  };

  const saveOnUnmount = useRef(save);
  useEffect(() => {
    saveOnUnmount.current = save;
  });
  useEffect(
    () => () => {
      if (!isDone.current) saveOnUnmount.current();
    },
    [],
  );

  return {
    typed: draft.typed,
    setTyped: (typed) => updateDraft({ ...draft, typed }),
    error,
    save: () => save(setError),
  };
}
