import { describe, expect, it } from 'vitest';
import type { HouseholdLog } from '@/domain/rows/tables';
import { verdictOf } from '@/features/dashboard/verdict';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import { at, day } from '../../support/factories';
import { logWith } from '../../support/metrics';

/** The figures that decide, and nothing else of the metrics. */
interface Figures {
  /** Logged nights, and recoveries in them. */
  nights?: number;
  recoveries?: number;
  median?: number | null;
  /** Wake-ups in all these nights. */
  wakeUps?: number;
  longest?: number;
  availability?: number;
}

const nothing = computeMetrics(
  logWith({} as Partial<HouseholdLog>),
  { from: day('2026-11-10'), to: day('2026-11-16') },
  at('2026-11-17 09:00'),
);

const week = ({
  nights = 7,
  recoveries = 14,
  median = 20,
  wakeUps = 14,
  longest = 300,
  availability = 0.9,
}: Figures): Metrics => ({
  ...nothing,
  mttr: { ...nothing.mttr, median, n: recoveries },
  incidents: { ...nothing.incidents, counted: wakeUps },
  availability: {
    ...nothing.availability,
    observedNights: nights,
    household: availability,
    longestStretch: { best: longest, mean: longest },
  },
});

const verdict = (now: Figures, before: Figures | null) => {
  const { kind, reason } = verdictOf(week(now), before && week(before));
  return [kind, reason?.name ?? null];
};

describe('whether it gets better', () => {
  it('is better if every figure that moved did so for the better; the first one is the reason', () => {
    expect(verdict({ median: 17 }, { median: 20 })).toEqual(['better', 'mttr']);
    expect(verdict({ longest: 400, availability: 0.95 }, {})).toEqual(['better', 'longest']);
  });

  it('is worse if every figure that moved did so for the worse', () => {
    // 21 wake-ups in seven nights are three a night, not two.
    expect(verdict({ wakeUps: 21 }, {})).toEqual(['worse', 'wakeUps']);
  });

  it('is mostly so if one moved the other way, and names one that decided', () => {
    expect(verdict({ median: 25, longest: 400, availability: 0.95 }, {})).toEqual(['mostlyBetter', 'longest']);
    expect(verdict({ median: 25, wakeUps: 21, longest: 400 }, {})).toEqual(['mostlyWorse', 'mttr']);
  });

  it('is mixed if as many improved as got worse, and the same if nothing moved', () => {
    expect(verdict({ median: 25, longest: 400 }, {})).toEqual(['mixed', 'mttr']);
    expect(verdict({ median: 20.5, availability: 0.9004 }, {})).toEqual(['same', 'mttr']);
  });

  it('leaves out a figure of fewer than five cases', () => {
    expect(verdict({ recoveries: 4, median: 5 }, {})).toEqual(['same', 'mttr']);
    expect(verdict({ median: 5 }, { recoveries: 4 })).toEqual(['same', 'mttr']);
  });

  it('is not said of fewer than five nights, nor against too few nights before', () => {
    expect(verdict({ nights: 0 }, {})).toEqual(['none', null]);
    expect(verdict({ nights: 4, median: 5 }, {})).toEqual(['few', 'mttr']);
    expect(verdict({ median: 5 }, null)).toEqual(['alone', 'mttr']);
  });

  it('of quiet nights has another reason than the time to recovery', () => {
    expect(verdict({ median: null, recoveries: 0, wakeUps: 0 }, {})).toEqual(['better', 'wakeUps']);
  });
});
