import { describe, expect, it } from 'vitest';
import { addMs, type Instant, SECOND_MS } from '@/lib/time';
import type { TestStep } from '@/sync/pager/message';
import { type PagerTest, reportTest } from '@/sync/pager/testPager';

const SENT_AT = 1_000_000 as Instant;
const after = (seconds: number) => addMs(SENT_AT, seconds * SECOND_MS);

const testOf = (result: NonNullable<PagerTest['push']>['result'] | null, ...heard: TestStep[]): PagerTest => ({
  push: result && { result, at: SENT_AT },
  heard,
});

/** The states in the order server, push service, live, woke, shown, answered; then the advice. */
const told = (test: PagerTest, seconds: number) => {
  const { parts, advice } = reportTest(test, after(seconds));
  return [parts.map(({ state }) => state).join(' '), advice];
};

describe('the report of a test', () => {
  it('names the parts in the order of the way', () => {
    expect(reportTest(testOf(null), after(0)).parts.map(({ part }) => part)).toEqual([
      'server',
      'pushService',
      'live',
      'woke',
      'shown',
      'answered',
    ]);
  });

  it('waits for everything at first, however long the server takes', () => {
    expect(told(testOf(null), 20)).toEqual(['waiting waiting waiting waiting waiting waiting', null]);
  });

  it('follows what arrives', () => {
    expect(told(testOf('sent'), 0)).toEqual(['arrived arrived waiting waiting waiting waiting', null]);
    expect(told(testOf('sent', 'live', 'push'), 1)).toEqual(['arrived arrived arrived arrived waiting waiting', null]);
    expect(told(testOf('sent', 'live', 'push', 'shown'), 2)).toEqual([
      'arrived arrived arrived arrived arrived waiting',
      null,
    ]);
    expect(told(testOf('sent', 'live', 'push', 'shown', 'answered'), 9)).toEqual([
      'arrived arrived arrived arrived arrived arrived',
      null,
    ]);
  });

  it('knows from a later part that the earlier ones were there, though nobody said so', () => {
    expect(told(testOf('sent', 'answered'), 3)[0]).toBe('arrived arrived waiting arrived arrived arrived');
    expect(told(testOf('sent', 'shown'), 3)[0]).toBe('arrived arrived waiting arrived arrived waiting');
    expect(told(testOf(null, 'live'), 0)[0]).toBe('arrived waiting arrived waiting waiting waiting');
  });

  it('calls nothing missing before 15 s are over', () => {
    expect(told(testOf('sent'), 14)).toEqual(['arrived arrived waiting waiting waiting waiting', null]);
    expect(told(testOf('sent'), 15)).toEqual(['arrived arrived notOpen missing notTried notTried', 'wake']);
  });

  it('takes in what arrives late', () => {
    expect(told(testOf('sent', 'push', 'shown', 'answered'), 40)).toEqual([
      'arrived arrived notOpen arrived arrived arrived',
      null,
    ]);
  });

  it.each([
    ['unknown', 'switchOn'],
    ['gone', 'open'],
    ['failed', 'askOperator'],
  ] as const)('says at once what helps when the push was %s, and tries nothing behind it', (result, advice) => {
    expect(told(testOf(result), 0)).toEqual([`arrived ${result} waiting notTried notTried notTried`, advice]);
    // The live stream is another way.
    expect(told(testOf(result, 'live'), 20)).toEqual([`arrived ${result} arrived notTried notTried notTried`, advice]);
  });

  it('is no fault of the pager that the app is not open there', () => {
    expect(told(testOf('sent', 'push', 'shown', 'answered'), 20)[1]).toBeNull();
  });

  it('says at once that the phone may not show it', () => {
    expect(told(testOf('sent', 'push', 'notShown'), 1)).toEqual([
      'arrived arrived waiting arrived notAllowed notTried',
      'allow',
    ]);
  });

  it('asks for the permission, too, when the phone woke and then said nothing', () => {
    expect(told(testOf('sent', 'push'), 15)).toEqual(['arrived arrived notOpen arrived missing notTried', 'allow']);
  });

  it('asks about sound and focus when it was shown and nobody came', () => {
    expect(told(testOf('sent', 'push', 'shown'), 15)).toEqual([
      'arrived arrived notOpen arrived arrived missing',
      'loud',
    ]);
  });
});
