import { describe, expect, it } from 'vitest';
import type { PageToAnswer } from '@/domain/paging/pageToAnswer';
import { foldIncidents } from '@/domain/tonight';
import { ringTime } from '@/features/watch/ringTime';
import { addMs, SECOND_MS } from '@/lib/time';
import { entry, incident, tonightAt } from '../../support/factories';

/** A page sent at 2:44 by the clock of the other phone, for a step of sixty seconds. */
function pageOfAMinute(): PageToAnswer {
  const escalated = entry('escalated', '02:44', { via: 'page' });
  const [open] = foldIncidents([incident([entry('detected', '02:43'), escalated])]);
  if (!open || escalated.kind !== 'escalated') throw new Error('there is no page');
  return { open, page: { escalated, deliveredAt: null, answer: null }, ringsUntil: tonightAt('02:45') };
}

/** What is left of the page, seconds after this phone has first seen it. */
const secondsIn = (seenAt: string, seconds: number) => {
  const seen = tonightAt(seenAt);
  return ringTime(pageOfAMinute(), seen, addMs(seen, seconds * SECOND_MS));
};

describe('how long a page rings', () => {
  it('is the time of its step', () => {
    expect(secondsIn('02:44', 0)).toEqual({ leftMs: 60_000, isShown: true });
    expect(secondsIn('02:44', 59)).toEqual({ leftMs: 1000, isShown: true });
    expect(secondsIn('02:44', 60)).toEqual({ leftMs: null, isShown: true });
  });

  it('does not depend on the clock of the phone that sent it', () => {
    // Three minutes behind this one: by that clock the page was over before it came.
    expect(secondsIn('02:47', 0)).toEqual({ leftMs: 60_000, isShown: true });
    expect(secondsIn('02:47', 60).leftMs).toBeNull();
    // Three minutes ahead: it does not ring for four minutes.
    expect(secondsIn('02:41', 60).leftMs).toBeNull();
  });

  it('is nothing for a page that comes much too late', () => {
    expect(secondsIn('02:55', 0)).toEqual({ leftMs: null, isShown: false });
  });

  it('leaves the page on the screen for a quarter of an hour, for whoever gets up late', () => {
    expect(secondsIn('02:44', 60 + 14 * 60)).toEqual({ leftMs: null, isShown: true });
    expect(secondsIn('02:44', 60 + 15 * 60)).toEqual({ leftMs: null, isShown: false });
  });
});
