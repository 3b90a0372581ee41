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
  /** Stores the text. Resolves to false when it was refused; `error` then says why. */
  save: () => Promise<boolean>;
}

/** The key of a night's draft on this device. The log and the GameDay have separate drafts. */
export const useDraftKey = (night: Day): string => `${useHousehold().db.name}.${night}`;

/**
 * The text while it is being edited. Each change is kept on the device until the text is stored, so
 * editing continues after a reload. Leaving the page stores the text.
 *
 * Until something is typed, the draft follows the stored text: the tick of an item that was tapped
 * just before “Edit” may be written only after the editor has opened.
 */
export function usePostmortemDraft(night: Day, { text, stored }: { text: string; stored: string }): PostmortemDraft {
  const { t } = useTranslation();
  const write = useWritePostmortem(night);
  const draftKey = useDraftKey(night);
  const [keptDraft, setKeptDraft] = useState<Draft | null>(() => readDraft(draftKey));
  const draft = keptDraft ?? { over: stored, base: text, typed: bodyOf(text) };
  const [error, setError] = useState<string | null>(null);
  /**
   * True after the user was told that another window wrote meanwhile: the next save overwrites that
   * text.
   */
  const [overwrites, setOverwrites] = useState(false);
  const isDone = useRef(false);
  const updateDraft = (next: Draft) => {
    setKeptDraft(next);
    saveDraft(draftKey, next);
  };

  const save = async (onRefused?: (sentence: string) => void): Promise<boolean> => {
    const { base, typed } = draft;
    if (typed !== bodyOf(base)) {
      const message = t('postmortem.toast.saved');
      const request = { text: withBody(base, typed), expected: overwrites ? stored : draft.over, message };
      const outcome = await write(onRefused ? { ...request, onRefused } : request);
      if (outcome === 'changedSince') setOverwrites(true);
      if (outcome !== 'written') return false;
    }
    isDone.current = true;
    saveDraft(draftKey, null);
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
