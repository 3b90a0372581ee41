import { describe, expect, it } from 'vitest';
import { findOverlap } from '@/domain/overlap';
import { entry, incident, tonightAt, wakeUp, ZOE } from '../support/factories';

describe('a child is awake once at a time', () => {
  const known = wakeUp('02:43', '03:03');

  it.each([
    ['within it', '02:50', '02:55'],
    ['around it', '02:30', '03:30'],
    ['over its end', '03:00', '03:10'],
    ['over its beginning', '02:40', '02:44'],
  ])('%s', (_where, from, to) => {
    expect(findOverlap(wakeUp(from, to), [known])).toEqual({
      code: 'overlaps',
      detectedAt: tonightAt('02:43'),
      resolvedAt: tonightAt('03:03'),
    });
  });

  it('right before and right after is beside it', () => {
    expect(findOverlap(wakeUp('02:30', '02:43'), [known])).toBeNull();
    expect(findOverlap(wakeUp('03:03', '03:10'), [known])).toBeNull();
  });

  it('an open one takes up everything after it', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    expect(findOverlap(wakeUp('05:00', '05:10'), [open])).toMatchObject({ resolvedAt: null });
    expect(findOverlap(open, [wakeUp('05:00', '05:10')])).toMatchObject({ detectedAt: tonightAt('05:00') });
    expect(findOverlap(open, [wakeUp('01:00', '01:10')])).toBeNull();
  });

  it('another child, itself, and what was deleted do not count', () => {
    expect(findOverlap(wakeUp('02:50', '02:55', { childId: ZOE }), [known])).toBeNull();
    expect(findOverlap(known, [known])).toBeNull();
    expect(findOverlap(wakeUp('02:50', '02:55'), [{ ...known, deletedAt: tonightAt('08:00') }])).toBeNull();
    expect(findOverlap({ ...wakeUp('02:50', '02:55'), deletedAt: tonightAt('08:00') }, [known])).toBeNull();
  });
});
