import { create } from 'zustand';
import type { StorageFailure } from '@/domain/refusal';

type Trouble = StorageFailure | 'newerWindowOpened' | 'blockedByOtherWindow';

interface Status {
  /** What is wrong with the storage, until a reload mends it. */
  trouble: Trouble | null;
  /** Applies the update that waits; null while there is none. */
  applyUpdate: (() => void) | null;
  /** Another window has moved to a new version; this one still runs the old one. */
  updatedElsewhere: boolean;
  set(change: Partial<Omit<Status, 'set'>>): void;
}

export const useStatus = create<Status>()((set) => ({
  trouble: null,
  applyUpdate: null,
  updatedElsewhere: false,
  set: (change) => set(change),
}));
