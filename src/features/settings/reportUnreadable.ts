import type { StorageFailure } from '@/domain/refusal';
import { useAppStatus } from '@/stores/status';

/**
 * Shows in the banner that the log could not be read. A task that was cancelled or refused shows
 * nothing here.
 */
export function reportUnreadable(outcome: { ok: false } | { ok: false; failure: StorageFailure }): void {
  if ('failure' in outcome) useAppStatus.getState().set({ storageProblem: outcome.failure });
}
