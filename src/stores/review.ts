import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { currentGameDay } from './gameDay';

/** Far more than are ever asked about at once; the oldest are forgotten, and by then nobody asks about them. */
const MAX_SKIPS = 500;

interface ReviewSkips {
  /** The ids of what was passed over, in the order in which it was. */
  passed: readonly string[];
  skip(ids: readonly string[]): void;
  /** Asks about these again. */
  unskip(ids: readonly string[]): void;
  /** The nights they were about are erased. */
  clear(): void;
}

/*
 * A night has the same id in a GameDay as in the real log. What is passed over in a GameDay is kept under its own seed, and ends with its
 * window as the rest of it does.
 */
const gameDay = currentGameDay();
const storageKey = gameDay ? `infernalops.review.${gameDay.seed}` : 'infernalops.review';

/** What the morning review was told to leave as it is. It belongs to this device, like a choice of theme: no row, and in no backup. */
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

// Each window writes all of it: what another one has passed over since is taken in, or it would be forgotten with the next skip here.
addEventListener('storage', ({ key }) => {
  if (key === storageKey) useReviewSkips.persist.rehydrate();
});
