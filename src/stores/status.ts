import { create } from 'zustand';
import type { StorageFailure } from '@/domain/refusal';

type StorageProblem = StorageFailure | 'newerWindowOpened' | 'blockedByOtherWindow';

interface AppStatus {
  /** What is wrong with the storage, until a reload mends it. */
  storageProblem: StorageProblem | null;
  /** Applies the update that waits; null while there is none. */
  applyUpdate: (() => void) | null;
  /** Another window has moved to a new version; this one still runs the old one. */
  updatedElsewhere: boolean;
  set(change: Partial<Omit<AppStatus, 'set'>>): void;
}

export const useAppStatus = create<AppStatus>()((set) => ({
  storageProblem: null,
  applyUpdate: null,
  updatedElsewhere: false,
  set: (change) => set(change),
}));
