import { describe, expect, it } from 'vitest';
import type { Shift } from '@/domain/rows/household';
import { watchDuty } from '@/features/watch/watchDuty';
import { DAD, day, household, MUM, tonightAt, toWallTime } from '../../support/factories';

/** Dad until 3:00, then Mum. */
const SHIFT: Shift = { primary: DAD, secondary: MUM, handoverAt: toWallTime('03:00') };

const dutyAt = (time: string, holderId: string | null, shift: Shift | null = SHIFT) =>
  watchDuty({ shift, night: day('2026-11-16'), zone: household(), holderId, now: tonightAt(time) });

describe('who has the watch', () => {
  it('is Dad until the hand-over, and neither phone is told of anything', () => {
    const before = { onDuty: DAD, until: tonightAt('03:00'), told: null };
    expect(dutyAt('02:59', DAD)).toEqual(before);
    expect(dutyAt('02:59', MUM)).toEqual(before);
  });

  it('is Mum from the hand-over on: both phones are told, each what it means', () => {
    expect(dutyAt('03:00', DAD)).toEqual({ onDuty: MUM, until: null, told: 'handedOver' });
    expect(dutyAt('03:00', MUM)).toEqual({ onDuty: MUM, until: null, told: 'takenOver' });
    expect(dutyAt('03:14', DAD).told).toBe('handedOver');
  });

  it('is told for a quarter of an hour, and not to a phone of somebody else', () => {
    expect(dutyAt('03:15', DAD)).toEqual({ onDuty: MUM, until: null, told: null });
    expect(dutyAt('03:00', 'granny').told).toBeNull();
    expect(dutyAt('03:00', null).told).toBeNull();
  });

  it('is nobody after a hand-over without a second one, which is told, too', () => {
    const alone: Shift = { ...SHIFT, secondary: null };
    expect(dutyAt('03:00', DAD, alone)).toEqual({ onDuty: null, until: null, told: 'handedOver' });
    expect(dutyAt('03:00', null, alone).told).toBeNull();
  });

  it('is the same all night without a hand-over, and nobody without a rota', () => {
    expect(dutyAt('03:00', DAD, { ...SHIFT, handoverAt: null })).toEqual({ onDuty: DAD, until: null, told: null });
    expect(dutyAt('03:00', DAD, null)).toEqual({ onDuty: null, until: null, told: null });
  });
});
