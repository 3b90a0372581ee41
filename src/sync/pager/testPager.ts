import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import type { DeviceResult } from '@/protocol/api';
import type { TestStep } from './message';

/** What is known of a test of the pager. */
export interface PagerTest {
  /** What became of the push, and when the server said so; null as long as it has not. */
  push: { result: DeviceResult['result']; at: Instant } | null;
  /** What the phone that is tested has told. */
  heard: readonly TestStep[];
}

/** The way of a page, in its order: the last parts are those of the phone that is tested. */
const PARTS = ['server', 'pushService', 'live', 'woke', 'shown', 'answered'] as const;
type Part = (typeof PARTS)[number];

type PartState =
  | 'arrived'
  | 'waiting'
  /** It has not arrived within the time. */
  | 'missing'
  /** Nothing could arrive, for what went wrong before. */
  | 'notTried'
  /** The app is not open there, which is no fault. */
  | 'notOpen'
  /** The phone may not show notifications. */
  | 'notAllowed'
  /** Why the push service has not got it. */
  | Exclude<DeviceResult['result'], 'sent'>;

/**
 * What to do about the first thing that went wrong: `switchOn` the pager there, `open` the app
 * there, `askOperator` about the server's network, `wake` (a phone that slept through it), `allow`
 * the notifications, `loud` (shown, and nobody heard it).
 */
type TestAdvice = 'switchOn' | 'open' | 'askOperator' | 'wake' | 'allow' | 'loud';

export interface TestReport {
  parts: readonly { part: Part; state: PartState }[];
  /** Null while there is none, or none is needed. */
  advice: TestAdvice | null;
}

/** What has not arrived by then is missing. It may still arrive. */
const WITHIN_MS = 15 * SECOND_MS;

const ADVICE_OF_PUSH = { unknown: 'switchOn', gone: 'open', failed: 'askOperator' } as const;

/** Says of each part of the way whether it has arrived by now, and what helps. */
export function reportTest({ push, heard }: PagerTest, now: Instant): TestReport {
  const has = (...steps: TestStep[]) => steps.some((step) => heard.includes(step));
  const isLate = push !== null && now >= addMs(push.at, WITHIN_MS);
  const result = push?.result ?? null;
  const isSent = result === null || result === 'sent';
  // What a phone tells may be lost on the way; who has answered was awake.
  const isAwake = has('push', 'shown', 'notShown', 'answered');
  const states = { ...server(), live: live(), ...phone() };
  return { parts: PARTS.map((part) => ({ part, state: states[part] })), advice: advice() };

  function server(): Record<'server' | 'pushService', PartState> {
    if (result === null) return { server: has('live') || isAwake ? 'arrived' : 'waiting', pushService: 'waiting' };
    return { server: 'arrived', pushService: result === 'sent' ? 'arrived' : result };
  }

  function live(): PartState {
    if (has('live')) return 'arrived';
    return isLate ? 'notOpen' : 'waiting';
  }

  function phone(): Record<'woke' | 'shown' | 'answered', PartState> {
    const pending: PartState = isLate ? 'missing' : 'waiting';
    if (!isAwake) {
      const after: PartState = isSent && !isLate ? 'waiting' : 'notTried';
      return { woke: isSent ? pending : 'notTried', shown: after, answered: after };
    }
    if (has('answered')) return { woke: 'arrived', shown: 'arrived', answered: 'arrived' };
    if (has('notShown')) return { woke: 'arrived', shown: 'notAllowed', answered: 'notTried' };
    if (has('shown')) return { woke: 'arrived', shown: 'arrived', answered: pending };
    return { woke: 'arrived', shown: pending, answered: isLate ? 'notTried' : 'waiting' };
  }

  function advice(): TestAdvice | null {
    if (states.shown === 'notAllowed' || states.shown === 'missing') return 'allow';
    if (states.answered === 'missing') return 'loud';
    if (states.woke === 'missing') return 'wake';
    if (isAwake || result === null || result === 'sent') return null;
    return ADVICE_OF_PUSH[result];
  }
}
