import type { InfernalDatabase } from '@/db/database';
import { MINUTE_MS } from '@/lib/time';
import { useSyncStatus } from '@/stores/sync';

/** Publishes the figures if they are due, the app is seen and the phones are in step. */
export async function publishIfSeen(db: InfernalDatabase): Promise<void> {
  const isInStep = useSyncStatus.getState().contact?.state === 'same';
  if (!isInStep || document.visibilityState !== 'visible') return;
  const { figuresConnection } = await import('@/features/phones/figuresConnection');
  await (await figuresConnection.load(db)).publishIfDue();
}

/**
 * Publishes the figures of the household when they are due, as long as the signal is not aborted.
 * It looks each minute and follows no tap, so that nothing is computed because somebody has just
 * touched the screen.
 */
export function followFigures(db: InfernalDatabase, signal: AbortSignal): void {
  const timer = setInterval(() => publishIfSeen(db).catch(() => {}), MINUTE_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
