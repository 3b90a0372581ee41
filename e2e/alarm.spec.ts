import { type LoudSecond, renderAlarm } from './support/renderAlarm';
import { expect, test } from './support/test';

/*
 * The alarm is heard here: the browser renders it to samples, as it would play it, and the samples
 * are measured. tests/pwa/alarmSound.test.ts looks at its pattern.
 */

const decibels = (gain: number): number => 20 * Math.log10(gain);
const rmsOf = (seconds: LoudSecond[]): number[] => seconds.map(({ rms }) => rms);

test('the alarm gets louder for twenty seconds, by more than 20 dB, and then stays', async ({ page }) => {
  const seconds = await renderAlarm(page, { volume: 1, lengthS: 25 });
  const loudness = rmsOf(seconds).map(decibels);
  for (let second = 1; second < 20; second++) {
    const rise = (loudness[second] ?? 0) - (loudness[second - 1] ?? 0);
    expect(rise, `from second ${second - 1} to ${second}`).toBeGreaterThan(1);
    expect(rise, `from second ${second - 1} to ${second}`).toBeLessThan(1.6);
  }
  expect((loudness[19] ?? 0) - (loudness[0] ?? 0)).toBeGreaterThan(20);
  for (const level of loudness.slice(21)) expect(level).toBeCloseTo(loudness[20] ?? 0, 1);
  // It is heard at last: a full sine has −3 dB.
  expect(loudness[24]).toBeGreaterThan(-9);
});

test('the alarm is never louder than its volume, which nothing cuts', async ({ page }) => {
  for (const volume of [1, 0.25]) {
    const seconds = await renderAlarm(page, { volume, lengthS: 25 });
    const peak = Math.max(...seconds.map((second) => second.peak));
    expect(peak).toBeLessThanOrEqual(volume);
    expect(peak).toBeGreaterThan(volume * 0.99);
  }
});

test('at volume 0 it is silent', async ({ page }) => {
  const seconds = await renderAlarm(page, { volume: 0, lengthS: 25 });
  expect(seconds.every(({ peak }) => peak === 0)).toBe(true);
});

test('once stopped, it is silent from that moment on', async ({ page }) => {
  const seconds = await renderAlarm(page, { volume: 1, lengthS: 6, stopAtS: 3 });
  expect(rmsOf(seconds).map((rms) => rms > 0)).toEqual([true, true, true, false, false, false]);
});

test('the short alarm is as loud in its first second as in its second one, and then over', async ({ page }) => {
  const [first, second, third] = rmsOf(await renderAlarm(page, { kind: 'scheduleOnce', volume: 0.5, lengthS: 3 }));
  expect(first).toBeGreaterThan(0.1);
  expect(second).toBeCloseTo(first ?? 0, 5);
  expect(third).toBe(0);
});
