import { SECOND_MS } from '@/lib/time';
import { type IncidentState, recoveryMs } from './foldTimeline';

/**
 * Whether an incident was a false alarm: settled alone within the grace, in seconds.
 * Source: metrics.md, "Incidents".
 */
export function isFalseAlarm(state: IncidentState, graceSeconds: number): boolean {
  const recovery = recoveryMs(state);
  return state.resolution?.outcome === 'selfSettled' && recovery !== null && recovery <= graceSeconds * SECOND_MS;
}
