import { expect, it } from 'vitest';
import { formatStepTime, parseStepTime } from '@/features/oncall/runbooks/stepTime';

it.each([
  ['', null],
  ['  ', null],
  ['90', 90],
  ['90 s', 90],
  ['1:30', 90],
  ['1:05', 65],
  ['0:30', 30],
  ['1 min 30', 90],
  ['2 min', 120],
  ['2m', 120],
  ['5’', 300],
  ['60:00', 3600],
  ['720:00', 43_200],
])('parses “%s” as %s seconds', (typed, seconds) => {
  expect(parseStepTime(typed)).toBe(seconds);
});

it.each(['0', '0:00', '720:01', '1:60', '-5', '1.5', '1:2:3', ':30', 'ages', '1e3', '99999', '1000:00'])(
  'returns undefined for “%s”',
  (typed) => {
    expect(parseStepTime(typed)).toBeUndefined();
  },
);

it('formats a time so that parsing returns the same time', () => {
  for (const seconds of [null, 1, 30, 60, 90, 3600, 43_200])
    expect(parseStepTime(formatStepTime(seconds))).toBe(seconds);
});
