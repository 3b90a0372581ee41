import { describe, expect, it } from 'vitest';
import { findOverlap } from '@/domain/overlap';
import { entry, incident, tonightAt, wakeUp, ZOE } from '../support/factories';

describe('findOverlap', () => {
  const known = wakeUp('02:43', '03:03');

  it.each([
    ['is within another one', '02:50', '02:55'],
    ['begins before another one and ends after it', '02:30', '03:30'],
    ['reaches over the end of another one', '03:00', '03:10'],
    ['reaches over the beginning of another one', '02:40', '02:44'],
  ])('refuses an incident that %s', (_where, from, to) => {
    expect(findOverlap(wakeUp(from, to), [known])).toEqual({
      code: 'overlaps',
      detectedAt: tonightAt('02:43'),
      resolvedAt: tonightAt('03:03'),
    });
  });

  it('accepts an incident right before or right after another one', () => {
    expect(findOverlap(wakeUp('02:30', '02:43'), [known])).toBeNull();
    expect(findOverlap(wakeUp('03:03', '03:10'), [known])).toBeNull();
  });

  it('regards an open incident as without an end', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    expect(findOverlap(wakeUp('05:00', '05:10'), [open])).toMatchObject({ resolvedAt: null });
    expect(findOverlap(open, [wakeUp('05:00', '05:10')])).toMatchObject({ detectedAt: tonightAt('05:00') });
    expect(findOverlap(open, [wakeUp('01:00', '01:10')])).toBeNull();
  });

  it('ignores other children, the incident itself, and deleted incidents', () => {
    expect(findOverlap(wakeUp('02:50', '02:55', { childId: ZOE }), [known])).toBeNull();
    expect(findOverlap(known, [known])).toBeNull();
    expect(findOverlap(wakeUp('02:50', '02:55'), [{ ...known, deletedAt: tonightAt('08:00') }])).toBeNull();
    expect(findOverlap({ ...wakeUp('02:50', '02:55'), deletedAt: tonightAt('08:00') }, [known])).toBeNull();
  });
});
