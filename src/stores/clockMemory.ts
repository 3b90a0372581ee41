import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ClockMemory } from '@/domain/clock/followClock';
import type { ClockSlip } from '@/domain/review/proposal';

/** More slips than this belong to a phone whose clock nobody can trust; the oldest are dropped. */
const MAX_SLIPS = 10;

interface ClockStore {
  /** Null before the first start. */
  memory: ClockMemory | null;
  /** What the clock has dated wrongly, oldest first. The morning review asks about it. */
  slips: readonly ClockSlip[];
  remember(memory: ClockMemory): void;
  addSlip(slip: ClockSlip): void;
  /** Forgets the slip that was noticed at this instant: it was none. */
  removeSlip(noticedAt: number): void;
  /** Forgets all slips. The app calls this when it erases the log. */
  clear(): void;
}

const storageKey = 'infernalops.clock';

/** What this phone knows of its own clock. It is in no row and in no backup. */
export const useClockMemory = create<ClockStore>()(
  persist(
    (set) => ({
      memory: null,
      slips: [],
      remember: (memory) => set({ memory }),
      addSlip: (slip) => set(({ slips }) => ({ slips: [...slips, slip].slice(-MAX_SLIPS) })),
      removeSlip: (noticedAt) => set(({ slips }) => ({ slips: slips.filter((slip) => slip.noticedAt !== noticedAt) })),
      clear: () => set({ slips: [] }),
    }),
    { name: storageKey },
  ),
);

// Each window writes the whole memory, so it has to know what the others have noticed.
addEventListener('storage', ({ key }) => {
  if (key === storageKey) useClockMemory.persist.rehydrate();
});
