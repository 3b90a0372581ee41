import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { currentGameDay } from './gameDay';

/**
 * The review asks far fewer questions than this at once. Beyond it the oldest skips are dropped;
 * their questions are too old to be asked by then.
 */
const MAX_SKIPS = 500;

interface ReviewSkips {
  /** The ids of the skipped questions, in the order in which they were skipped. */
  passed: readonly string[];
  skip(ids: readonly string[]): void;
  /** Removes these skips, so that the questions are asked again. */
  unskip(ids: readonly string[]): void;
  /** Removes all skips. The app calls this when it erases the log. */
  clear(): void;
}

/*
 * A night has the same id in a GameDay as in the real log. Skips of a GameDay therefore have its
 * seed in their key, and they end with its window.
 */
const gameDay = currentGameDay();
const storageKey = gameDay ? `infernalops.review.${gameDay.seed}` : 'infernalops.review';

/**
 * The questions of the morning review that were skipped. They belong to this device, like the
 * theme: they are in no row and in no backup.
 */
export const useReviewSkips = create<ReviewSkips>()(
  persist(
    (set) => ({
      passed: [],
      skip: (ids) =>
        set(({ passed }) => ({ passed: [...passed.filter((id) => !ids.includes(id)), ...ids].slice(-MAX_SKIPS) })),
      clear: () => set({ passed: [] }),
      unskip: (ids) => set(({ passed }) => ({ passed: passed.filter((id) => !ids.includes(id)) })),
    }),
    {
      name: storageKey,
      storage: createJSONStorage(() => (gameDay ? sessionStorage : localStorage)),
    },
  ),
);

// Each window writes the complete list. Skips from another window are therefore loaded here, or the
// next skip in this window would overwrite them.
addEventListener('storage', ({ key }) => {
  if (key === storageKey) useReviewSkips.persist.rehydrate();
});
