/** Upper bounds of the histogram of durations, in seconds. */
const BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Route {
  byStatus: Map<number, number>;
  /** How many requests lasted at most `BOUNDS[i]`, but longer than the bound before. */
  buckets: number[];
  count: number;
  seconds: number;
}

/** A figure that is read when somebody asks for the metrics. */
interface Gauge {
  name: string;
  help: string;
  value: number;
}

/** Counts requests by route and status. The names of routes are patterns, without any id. */
export class Metrics {
  readonly #routes = new Map<string, Route>();

  count(route: string, status: number, seconds: number): void {
    let entry = this.#routes.get(route);
    if (!entry) {
      entry = { byStatus: new Map(), buckets: BOUNDS.map(() => 0), count: 0, seconds: 0 };
      this.#routes.set(route, entry);
    }
    entry.byStatus.set(status, (entry.byStatus.get(status) ?? 0) + 1);
    entry.count += 1;
    entry.seconds += seconds;
    const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
    if (bucket >= 0) entry.buckets[bucket] = (entry.buckets[bucket] ?? 0) + 1;
  }

  /** Returns the text of OpenMetrics 1.0. */
  format(gauges: readonly Gauge[], build: Readonly<Record<string, string>>): string {
    const routes = [...this.#routes].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = [
      '# TYPE infernalops_build info',
      '# HELP infernalops_build What runs here.',
      `infernalops_build_info{${labels(build)}} 1`,
      '# TYPE infernalops_requests counter',
      '# HELP infernalops_requests Answered requests by route and status.',
      ...routes.flatMap(([route, { byStatus }]) =>
        [...byStatus].map(
          ([status, count]) => `infernalops_requests_total{${labels({ route, status: String(status) })}} ${count}`,
        ),
      ),
      '# TYPE infernalops_request_seconds histogram',
      '# UNIT infernalops_request_seconds seconds',
      '# HELP infernalops_request_seconds Time to the answer; of a stream, to its first byte.',
      ...routes.flatMap(([route, entry]) => histogram(route, entry)),
      ...gauges.flatMap(({ name, help, value }) => [
        `# TYPE infernalops_${name} gauge`,
        `# HELP infernalops_${name} ${help}`,
        `infernalops_${name} ${value}`,
      ]),
      '# EOF',
    ];
    return `${lines.join('\n')}\n`;
  }
}

function histogram(route: string, { buckets, count, seconds }: Route): string[] {
  let upTo = 0;
  return [
    ...BOUNDS.map((bound, index) => {
      upTo += buckets[index] ?? 0;
      return `infernalops_request_seconds_bucket{${labels({ route, le: String(bound) })}} ${upTo}`;
    }),
    `infernalops_request_seconds_bucket{${labels({ route, le: '+Inf' })}} ${count}`,
    `infernalops_request_seconds_sum{${labels({ route })}} ${seconds}`,
    `infernalops_request_seconds_count{${labels({ route })}} ${count}`,
  ];
}

const labels = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '\\$&')}"`)
    .join(',');
