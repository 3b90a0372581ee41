import { describe, expect, it } from 'vitest';
import { findOverlap } from '@/domain/overlap';
import { entry, incident, tonightAt, wakeUp, ZOE } from '../support/factories';

const now = tonightAt('09:00');

describe('findOverlap', () => {
  const known = wakeUp('02:43', '03:03');

  it.each([
    ['is within another one', '02:50', '02:55'],
    ['begins before another one and ends after it', '02:30', '03:30'],
    ['reaches over the end of another one', '03:00', '03:10'],
    ['reaches over the beginning of another one', '02:40', '02:44'],
  ])('refuses an incident that %s', (_where, from, to) => {
    expect(findOverlap(wakeUp(from, to), [known], now)).toEqual({
      code: 'overlaps',
      detectedAt: tonightAt('02:43'),
      resolvedAt: tonightAt('03:03'),
    });
  });

  it('accepts an incident right before or right after another one', () => {
    expect(findOverlap(wakeUp('02:30', '02:43'), [known], now)).toBeNull();
    expect(findOverlap(wakeUp('03:03', '03:10'), [known], now)).toBeNull();
  });

  it('regards an open incident as lasting until now', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    expect(findOverlap(wakeUp('05:00', '05:10'), [open], now)).toMatchObject({ resolvedAt: null });
    expect(findOverlap(open, [wakeUp('05:00', '05:10')], now)).toMatchObject({ detectedAt: tonightAt('05:00') });
    expect(findOverlap(open, [wakeUp('01:00', '01:10')], now)).toBeNull();
  });

  it('accepts an open incident beside one that a wrong clock has dated after now', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    expect(findOverlap(open, [wakeUp('05:00', '05:10')], tonightAt('02:50'))).toBeNull();
    expect(findOverlap(wakeUp('05:00', '05:10'), [open], tonightAt('02:50'))).toBeNull();
  });

  it('finds that two open incidents overlap, whatever their dates', () => {
    const open = incident([entry('detected', '02:43')], { id: 'open' });
    const openAhead = incident([entry('detected', '08:00')], { id: 'ahead' });
    expect(findOverlap(open, [openAhead], tonightAt('02:50'))).toMatchObject({ resolvedAt: null });
  });

  it('ignores other children, the incident itself, and deleted incidents', () => {
    expect(findOverlap(wakeUp('02:50', '02:55', { childId: ZOE }), [known], now)).toBeNull();
    expect(findOverlap(known, [known], now)).toBeNull();
    expect(findOverlap(wakeUp('02:50', '02:55'), [{ ...known, deletedAt: tonightAt('08:00') }], now)).toBeNull();
    expect(findOverlap({ ...wakeUp('02:50', '02:55'), deletedAt: tonightAt('08:00') }, [known], now)).toBeNull();
  });
});
