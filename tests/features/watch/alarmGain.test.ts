import { expect, it } from 'vitest';
import { alarmGain } from '@/features/watch/alarmGain';

it('the loudest volume is all there is, and each softer one 3 dB less', () => {
  expect(alarmGain(10)).toBe(1);
  // 20 · log10(0.501) = −6 dB.
  expect(alarmGain(8)).toBeCloseTo(0.501, 3);
  expect(alarmGain(1)).toBeCloseTo(0.0447, 4);
});
