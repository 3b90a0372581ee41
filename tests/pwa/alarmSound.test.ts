import { describe, expect, it } from 'vitest';
import { alarmPattern } from '@/pwa/alarmSound';

const RATE = 48_000;

/** The energy between two frequencies: a plain Fourier transform of one second, a bin a hertz. */
function energyBetween(samples: Float32Array, fromHz: number, toHz: number): number {
  let energy = 0;
  for (let hz = fromHz; hz <= toHz; hz++) {
    let [re, im] = [0, 0];
    for (let index = 0; index < samples.length; index++) {
      const angle = (2 * Math.PI * hz * index) / samples.length;
      re += (samples[index] ?? 0) * Math.cos(angle);
      im -= (samples[index] ?? 0) * Math.sin(angle);
    }
    energy += re * re + im * im;
  }
  return energy;
}

describe('one second of the alarm', () => {
  it('is never louder than its volume, and reaches it', () => {
    for (const volume of [1, 0.5, 0.01]) {
      const peak = Math.max(...alarmPattern(RATE, volume).map(Math.abs));
      expect(peak).toBeLessThanOrEqual(Math.fround(volume));
      expect(peak).toBeGreaterThan(volume * 0.999);
    }
  });

  it('is silent at volume 0', () => {
    expect(alarmPattern(RATE, 0).every((sample) => sample === 0)).toBe(true);
  });

  it('begins and ends in silence, so that its repetition does not click', () => {
    const samples = alarmPattern(RATE, 1);
    expect(samples).toHaveLength(RATE);
    expect([samples[0], samples.at(-1)]).toEqual([0, 0]);
    // No step from one sample to the next is larger than that of a full tone with its overtone.
    const steps = samples.slice(1).map((sample, index) => Math.abs(sample - (samples[index] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(0.25);
  });

  it('has its energy where a sleeper hears it and a small speaker plays it', () => {
    // At 8 kHz, everything up to 4 kHz is to be seen, and the sum is done sooner.
    const samples = alarmPattern(8000, 1);
    const share = energyBetween(samples, 500, 1500) / energyBetween(samples, 1, 3999);
    expect(share).toBeGreaterThan(0.8);
  });
});
