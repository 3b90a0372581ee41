import { hashOf } from '@/lib/hash';
import { createRandom } from './random';

/** What a simulated phone does about a page, and what its sleeper says. */
export interface SimulatedAnswer {
  /** How long after the page the phone rings. */
  deliveredAfterMs: number;
  /** "I'm up", "I can't", or null for silence. */
  answer: 'up' | 'declined' | null;
  /** How long after it rang it is answered; null for silence. */
  answerAfterMs: number | null;
}

export interface AnswerRates {
  seed: number;
  /** The share of the pages that are answered "I'm up", 0 to 1. */
  wakes: number;
  /** The share that are answered "I can't". */
  declines: number;
}

/** One page in five wakes, as in the product's own example. */
export const DRILL_RATES = { wakes: 0.2, declines: 0.05 } as const;

const DELIVERED_AFTER_MS = [1500, 2500] as const;
const ANSWER_AFTER_MS = [4000, 9000] as const;
/** The longest number in base 36 that has at most 32 bits. */
const HASH_DIGITS = 6;

/**
 * Returns what becomes of a page. The same page and seed give the same answer in every window and
 * after a reload.
 *
 * @example simulatedAnswer(pageId, { seed: 7, wakes: 0.2, declines: 0.05 }) → rings after 2.1 s,
 * "I'm up" 5.4 s later
 */
export function simulatedAnswer(pageId: string, { seed, wakes, declines }: AnswerRates): SimulatedAnswer {
  const random = createRandom(seed, 'phones', Number.parseInt(hashOf(pageId).slice(-HASH_DIGITS), 36));
  const deliveredAfterMs = random.integer(...DELIVERED_AFTER_MS);
  const draw = random.next();
  if (draw >= wakes + declines) return { deliveredAfterMs, answer: null, answerAfterMs: null };
  const answer = draw < wakes ? 'up' : 'declined';
  return { deliveredAfterMs, answer, answerAfterMs: random.integer(...ANSWER_AFTER_MS) };
}
