import { create } from 'zustand';
import type { StorageFailure } from '@/domain/refusal';
import type { Instant } from '@/lib/time';

/** What can be wrong with the storage: it fails, or another window of the app holds it. */
export type StorageProblem = StorageFailure | 'newerWindowOpened' | 'blockedByOtherWindow';

/** A log that was there and is gone, as a whole or in part. */
export interface LostLog {
  what: 'all' | 'part';
  /** When this device last saw the log whole. */
  lastSeenAt: Instant;
}

interface AppStatus {
  /** The present problem with the storage; null if there is none. */
  storageProblem: StorageProblem | null;
  /**
   * Where the taps are kept that the log does not take: on disk, or at least one of them only as
   * long as this window is open. Null if nothing was kept in this window.
   */
  keptPlace: 'onDisk' | 'inWindow' | null;
  /** How many writes wait for a version of the app that knows them. */
  unknownWrites: number;
  /** What of the log is gone; null if nothing is known to be. */
  lostLog: LostLog | null;
  /** Whether this is a second log, begun because the first one could not be opened. */
  isSecondLog: boolean;
  /** Applies the waiting update; null if none is waiting. */
  applyUpdate: (() => void) | null;
  /** Whether another tab has updated the app; this one still runs the old version. */
  updatedInOtherTab: boolean;
  /** Loads the new version again after it did not start; null if it started. */
  tryNewVersionAgain: (() => void) | null;
  /** A file of a screen could not be loaded. */
  isFileMissing: boolean;
  noteKept(place: 'onDisk' | 'inWindow'): void;
  set(change: Partial<Omit<AppStatus, 'set' | 'noteKept'>>): void;
}

/** The state of the storage and of updates; the banners show it. */
export const useAppStatus = create<AppStatus>()((set) => ({
  storageProblem: null,
  keptPlace: null,
  unknownWrites: 0,
  lostLog: null,
  isSecondLog: false,
  applyUpdate: null,
  updatedInOtherTab: false,
  tryNewVersionAgain: null,
  isFileMissing: false,
  noteKept: (place) => set(({ keptPlace }) => ({ keptPlace: keptPlace === 'inWindow' ? keptPlace : place })),
  set: (change) => set(change),
}));
