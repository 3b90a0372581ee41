import { SECOND_MS } from '@/lib/time';
import { type IncidentState, recoveryMs } from './foldTimeline';

/**
 * Returns whether an incident was a false alarm: the child settled alone within the grace time.
 * Source: metrics.md, "Incidents".
 */
export function isFalseAlarm(state: IncidentState, graceSeconds: number): boolean {
  const recovery = recoveryMs(state);
  return state.resolution?.outcome === 'selfSettled' && recovery !== null && recovery <= graceSeconds * SECOND_MS;
}
