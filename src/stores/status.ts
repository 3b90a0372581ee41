import { create } from 'zustand';
import type { StorageFailure } from '@/domain/refusal';

type StorageProblem = StorageFailure | 'newerWindowOpened' | 'blockedByOtherWindow';

interface AppStatus {
  /** The present problem with the storage; it lasts until the page is reloaded. */
  storageProblem: StorageProblem | null;
  /** Applies the waiting update; null if none is waiting. */
  applyUpdate: (() => void) | null;
  /** Another window has updated the app; this window still runs the old version. */
  updatedElsewhere: boolean;
  set(change: Partial<Omit<AppStatus, 'set'>>): void;
}

/** The state of the storage and of updates; the banners show it. */
export const useAppStatus = create<AppStatus>()((set) => ({
  storageProblem: null,
  applyUpdate: null,
  updatedElsewhere: false,
  set: (change) => set(change),
}));
