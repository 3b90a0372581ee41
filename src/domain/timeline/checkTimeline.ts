import type { Refusal } from '@/domain/refusal';
import type { Entry } from '@/domain/rows/incident';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { liveEntries } from './foldTimeline';

/** Two phones never quite agree on the time: an instant up to a minute ahead is not "in the future". */
const CLOCK_SKEW_MS = MINUTE_MS;

export const isInFuture = (at: Instant, now: Instant): boolean => at > now + CLOCK_SKEW_MS;

/**
 * Whether a timeline can be true (data.md, "An incident's timeline"): one detection and nothing before it, resolved and
 * reopened in turn, nothing in the future. A tap and a correction in the morning are held to the same rules.
 *
 * @returns the first rule it breaks, or null
 */
export function checkTimeline(timeline: readonly Entry[], now: Instant): Refusal | null {
  const entries = liveEntries(timeline);
  const detected = entries.filter((entry) => entry.kind === 'detected');
  const [first, second] = detected;
  if (!first) return { code: 'noDetected' };
  if (second) return { code: 'twoDetected' };
  if (entries.some((entry) => isInFuture(entry.at, now))) return { code: 'inFuture' };
  if (entries[0] !== first) return beforeDetected(entries, first.at);
  return checkAlternation(entries);
}

function beforeDetected(entries: readonly Entry[], detectedAt: Instant): Refusal {
  const end = entries.find((entry) => entry.kind === 'resolved');
  return end && end.at < detectedAt ? { code: 'endBeforeStart' } : { code: 'beforeDetected', detectedAt };
}

function checkAlternation(entries: readonly Entry[]): Refusal | null {
  let resolvedAt: Instant | null = null;
  for (const entry of entries) {
    if (entry.kind === 'resolved') {
      if (resolvedAt !== null) return { code: 'resolvedWhileClosed', resolvedAt };
      resolvedAt = entry.at;
    }
    if (entry.kind === 'reopened') {
      if (resolvedAt === null) return { code: 'reopenedWhileOpen' };
      resolvedAt = null;
    }
  }
  return null;
}
