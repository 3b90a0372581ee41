import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '@/exports/openMetrics/families';
import type { Family } from '@/exports/openMetrics/family';
import { figuresAt } from '@/exports/openMetrics/figures';
import { loggedNights } from '@/exports/openMetrics/loggedNights';
import { sliceLog } from '@/exports/openMetrics/logSlices';
import { formatOpenMetrics, formatOpenMetricsHistory } from '@/exports/openMetrics/openMetrics';
import { namePeople } from '@/exports/openMetrics/people';
import { computeMetrics } from '@/metrics/computeMetrics';
import { patience } from '@/metrics/patience';
import { draws } from '../../support/draws';
import { day } from '../../support/factories';
import { LEFT_OUT, type ParsedFamily, PYTHON, parseOpenMetrics } from '../../support/openMetricsParser';
import { type RandomCase, randomCases } from '../../support/randomLog';

const CASES = fc.oneof(
  ...['UTC', 'Europe/Paris', 'America/New_York', 'Australia/Lord_Howe'].map((timeZone) =>
    randomCases({ timeZone, middleNight: day('2026-10-24') }),
  ),
);
/** Names that only escaping keeps apart from the format. */
const NAMES = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('Zoé "\n\\', '"', '\\n', '} 1', '\r', '# EOF'));

/** The case with other names: of one child and one caregiver. */
const withNames = ({ log, ...rest }: RandomCase, [child, caregiver]: readonly [string, string]): RandomCase => ({
  ...rest,
  log: {
    ...log,
    children: log.children.map((row, index) => (index === 0 ? { ...row, name: child } : row)),
    caregivers: log.caregivers.map((row, index) => (index === 0 ? { ...row, name: caregiver } : row)),
  },
});
const NAMED_CASES = fc.tuple(CASES, fc.tuple(NAMES, NAMES)).map(([drawn, names]) => withNames(drawn, names));

const seriesOf = ({ name }: Family, labels: Readonly<Record<string, string>>) => JSON.stringify([name, labels]);

describe('the figures of any log', () => {
  it('are numbers or nothing, under the labels of their family, each once', () => {
    fc.assert(
      fc.property(CASES, ({ log, now }) => {
        const figures = figuresAt(log, now, namePeople(log, 'names'));
        const series = FAMILIES.flatMap((family) =>
          family.read(figures).map(({ labels, value }) => {
            expect(value === null || Number.isFinite(value)).toBe(true);
            expect(Object.keys(labels)).toEqual(family.labels);
            return seriesOf(family, labels);
          }),
        );
        expect(new Set(series).size).toBe(series.length);
      }),
      draws(60),
    );
  });

  it('are the same of the part of the log that they need', () => {
    fc.assert(
      fc.property(CASES, ({ log, range, now }) => {
        const part = sliceLog(log).between(range);
        expect(computeMetrics(part, range, now)).toEqual(computeMetrics(log, range, now));
        expect(patience(part, range, now)).toEqual(patience(log, range, now));
      }),
      draws(150),
    );
  });
});

describe('the format’s own parser', () => {
  if (PYTHON === null) process.stderr.write(`${LEFT_OUT}\n`);

  /** What the parser must find: every sample with a value, and nothing else. */
  const expected = ({ log, now }: RandomCase) => {
    const figures = figuresAt(log, now, namePeople(log, 'names'));
    return FAMILIES.flatMap((family) => {
      const samples = family.read(figures).filter(({ value }) => value !== null);
      const { name, unit, help } = family;
      if (samples.length === 0) return [];
      return [
        {
          name,
          type: 'gauge',
          unit: unit ?? '',
          help,
          samples: samples.map((sample) => ({ name, ...sample, timestamp: null })),
        },
      ];
    });
  };

  it.skipIf(PYTHON === null)('reads every text, and every figure and name in it', () => {
    const cases = fc.sample(NAMED_CASES, { ...draws(40), seed: draws(40).seed ?? Date.now() });
    const read = parseOpenMetrics(cases.map(({ log, now }) => formatOpenMetrics(log, now, 'names')));
    for (const [index, drawn] of cases.entries()) expect(read[index]).toEqual(expected(drawn));
  });

  it.skipIf(PYTHON === null)('reads every history, each series in the order of time', () => {
    const cases = fc.sample(NAMED_CASES, { ...draws(20), seed: draws(20).seed ?? Date.now() });
    const texts = cases.map(({ log, now }) => formatOpenMetricsHistory(log, loggedNights(log, now), now, 'names'));
    const read = parseOpenMetrics(texts);
    for (const families of read) for (const family of families) expectInOrder(family);
    expect(read.flat().length).toBeGreaterThan(100);
  });

  function expectInOrder({ samples }: ParsedFamily) {
    let last = { series: '', timestamp: 0 };
    const ended = new Set<string>();
    for (const { labels, timestamp } of samples) {
      const series = JSON.stringify(labels);
      if (series !== last.series) ended.add(last.series);
      expect(ended.has(series)).toBe(false);
      expect(timestamp).toBeGreaterThan(series === last.series ? last.timestamp : 0);
      last = { series, timestamp: timestamp ?? 0 };
    }
  }
});
