import { create } from 'zustand';
import type { StorageFailure } from '@/domain/refusal';

type StorageProblem = StorageFailure | 'newerWindowOpened' | 'blockedByOtherWindow';

interface AppStatus {
  /** The present problem with the storage; it lasts until the page is reloaded. */
  storageProblem: StorageProblem | null;
  /** Applies the waiting update; null if none is waiting. */
  applyUpdate: (() => void) | null;
  /** Whether another tab has updated the app; this one still runs the old version. */
  updatedInOtherTab: boolean;
  /** Loads the new version again after it did not start; null if it started. */
  tryNewVersionAgain: (() => void) | null;
  /** A file of a screen could not be loaded. */
  isFileMissing: boolean;
  set(change: Partial<Omit<AppStatus, 'set'>>): void;
}

/** The state of the storage and of updates; the banners show it. */
export const useAppStatus = create<AppStatus>()((set) => ({
  storageProblem: null,
  applyUpdate: null,
  updatedInOtherTab: false,
  tryNewVersionAgain: null,
  isFileMissing: false,
  set: (change) => set(change),
}));
