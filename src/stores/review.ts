import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { currentGameDay } from './gameDay';

/** Far more than are ever asked about at once; the oldest are forgotten, and by then nobody asks about them. */
const KEPT = 500;

interface Review {
  /** The ids of what was passed over, in the order in which it was. */
  passed: readonly string[];
  pass(ids: readonly string[]): void;
  /** Asks about these again. */
  bringBack(ids: readonly string[]): void;
  /** The nights they were about are erased. */
  forget(): void;
}

/*
 * A night has the same id in a GameDay as in the real log. What is passed over in a GameDay is kept under its own seed, and ends with its
 * window as the rest of it does.
 */
const gameDay = currentGameDay();
const name = gameDay ? `infernalops.review.${gameDay.seed}` : 'infernalops.review';

/** What the morning review was told to leave as it is. It belongs to this device, like a choice of theme: no row, and in no backup. */
export const useReviewPassed = create<Review>()(
  persist(
    (set) => ({
      passed: [],
      pass: (ids) =>
        set(({ passed }) => ({ passed: [...passed.filter((id) => !ids.includes(id)), ...ids].slice(-KEPT) })),
      forget: () => set({ passed: [] }),
      bringBack: (ids) => set(({ passed }) => ({ passed: passed.filter((id) => !ids.includes(id)) })),
    }),
    {
      name,
      storage: createJSONStorage(() => (gameDay ? sessionStorage : localStorage)),
    },
  ),
);

// Each window writes all of it: what another one has passed over since is taken in, or it would be forgotten with the next skip here.
addEventListener('storage', ({ key }) => {
  if (key === name) useReviewPassed.persist.rehydrate();
});
