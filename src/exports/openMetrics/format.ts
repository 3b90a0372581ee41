import type { Family, Sample } from './family';

/*
 * The text form of OpenMetrics 1.0.0: https://prometheus.io/docs/specs/om/open_metrics_spec/
 */

/** A sample, and when it was so, in seconds; null: when it is read. */
export interface TimedSample extends Sample {
  at: number | null;
}

/**
 * Writes families with their samples. A sample without a value is left out, and so is a family
 * without samples. Samples of the same labels stand together, in the order in which they come.
 */
export function formatFamilies(families: readonly { family: Family; samples: readonly TimedSample[] }[]): string {
  const lines = families.flatMap(({ family, samples }) => {
    const written = formatSamples(family.name, samples);
    return written.length === 0 ? [] : [...formatHead(family), ...written];
  });
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

const formatHead = ({ name, unit, help }: Family): string[] => [
  `# TYPE ${name} gauge`,
  ...(unit ? [`# UNIT ${name} ${unit}`] : []),
  `# HELP ${name} ${escapeText(help)}`,
];

function formatSamples(name: string, samples: readonly TimedSample[]): string[] {
  const bySeries = new Map<string, string[]>();
  for (const { labels, value, at } of samples) {
    if (value === null) continue;
    const series = `${name}${formatLabels(labels)}`;
    const lines = bySeries.get(series) ?? [];
    lines.push(`${series} ${value}${at === null ? '' : ` ${at}`}`);
    bySeries.set(series, lines);
  }
  return [...bySeries.values()].flat();
}

function formatLabels(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** Between quotes, a quote, a backslash and a line feed are escaped, and nothing else. */
const escapeText = (text: string): string => text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
