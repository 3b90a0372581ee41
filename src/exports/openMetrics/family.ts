import type { Instant } from '@/lib/time';
import type { Metrics } from '@/metrics/computeMetrics';
import type { Summary } from '@/metrics/percentiles';
import type { PeopleNames } from './people';

/** The windows over which figures are computed: that many nights, the latest one included. */
export const WINDOWS = { '1d': 1, '7d': 7, '28d': 28 } as const;
export type WindowName = keyof typeof WINDOWS;

/** The figures of one window. */
export interface WindowFigures {
  window: WindowName;
  metrics: Metrics;
  /** The counted incidents of each child, by the child's id. */
  countedByChild: Readonly<Record<string, number>>;
}

/** All that the families read. */
export interface Figures {
  windows: readonly WindowFigures[];
  /** Over the longest window, from 0 to 100, by caregiver. */
  patience: Readonly<Record<string, number>>;
  /** Of each child, since when it has been awake; null if it is asleep. Empty for a past night. */
  awakeSince: Readonly<Record<string, Instant | null>>;
  /** The most interventions of a night that are not too many, by caregiver. */
  fatigueLimits: Readonly<Record<string, number>>;
  mttrObjectiveMinutes: number;
  people: PeopleNames;
}

/** One value. A value of null is not known, and is not written. */
export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number | null;
}

/** A metric family: what one name means. All of them are gauges; docs/openmetrics.md says why. */
export interface Family {
  /** With its unit at the end, if it has one. */
  name: `infernalops_${string}`;
  unit: 'seconds' | 'ratio' | null;
  help: string;
  /** The names of the labels of every sample. */
  labels: readonly string[];
  read: (figures: Figures) => Sample[];
}

/** A family over a window: its samples are those of each window in which a night was logged. */
export const overWindows = (
  name: Family['name'],
  help: string,
  labels: readonly string[],
  read: (figures: WindowFigures, people: PeopleNames) => Sample[],
): Family => ({
  name,
  unit: unitOf(name),
  help,
  labels: ['window', ...labels],
  read: ({ windows, people }) =>
    windows
      // A count of nights of which nobody knows anything is no 0.
      .filter(({ metrics }) => metrics.availability.observedNights > 0)
      .flatMap((figures) => ofWindow(figures, read(figures, people))),
});

/** A family that has a value whether a night was logged or not. */
export const overAllWindows = (
  name: Family['name'],
  help: string,
  read: (figures: WindowFigures) => number | null,
): Family => ({
  name,
  unit: unitOf(name),
  help,
  labels: ['window'],
  read: ({ windows }) => windows.flatMap((figures) => ofWindow(figures, one(read(figures)))),
});

/** A family without a window. */
export const atOnce = (
  name: Family['name'],
  help: string,
  labels: readonly string[],
  read: (figures: Figures) => Sample[],
): Family => ({ name, unit: unitOf(name), help, labels, read });

const ofWindow = ({ window }: WindowFigures, samples: readonly Sample[]): Sample[] =>
  samples.map(({ labels, value }) => ({ labels: { window, ...labels }, value }));

const unitOf = (name: string): Family['unit'] =>
  name.endsWith('_seconds') ? 'seconds' : name.endsWith('_ratio') ? 'ratio' : null;

/** Seconds of a duration in minutes, to the millisecond in which the log counts. */
export const seconds = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes * 60_000) / 1000;

/** The one sample of a family that needs no labels. */
export const one = (value: number | null): Sample[] => [{ labels: {}, value }];

/** A sample for each entry of a map. */
export const each = <Value>(
  label: string,
  map: Readonly<Record<string, Value>>,
  figureOf: (value: Value) => number | null,
  nameOf: (key: string) => string = (key) => key,
): Sample[] =>
  Object.entries(map).map(([key, value]) => ({ labels: { [label]: nameOf(key) }, value: figureOf(value) }));

/** The mean, the median and p90 of a set of times. */
export const stats = ({ mean, median, p90 }: Summary): Sample[] => each('stat', { mean, median, p90 }, seconds);

/** The same for each entry of a map, with both labels. */
export const statsOfEach = <Value>(
  label: string,
  map: Readonly<Record<string, Value>>,
  summaryOf: (value: Value) => Summary,
  nameOf: (key: string) => string = (key) => key,
): Sample[] =>
  Object.entries(map).flatMap(([key, value]) =>
    stats(summaryOf(value)).map((sample) => ({ ...sample, labels: { [label]: nameOf(key), ...sample.labels } })),
  );
