import { execFileSync, spawnSync } from 'node:child_process';

/** A sample as the parser of Prometheus' own Python client has read it. */
interface ParsedSample {
  name: string;
  labels: Record<string, string>;
  value: number;
  timestamp: number | null;
}

export interface ParsedFamily {
  name: string;
  type: string;
  unit: string;
  help: string;
  samples: ParsedSample[];
}

const SCRIPT = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
print(json.dumps([[{
  'name': family.name, 'type': family.type, 'unit': family.unit, 'help': family.documentation,
  'samples': [{'name': s.name, 'labels': s.labels, 'value': s.value,
               'timestamp': None if s.timestamp is None else float(s.timestamp)} for s in family.samples],
} for family in parse(text)] for text in json.load(sys.stdin)]))
`;

const PYTHONS = ['python3', '/usr/bin/python3'];

/**
 * The Python that has the format's own parser (Debian: python3-prometheus-client), or null. There
 * is no maintained parser of OpenMetrics on npm.
 */
export const PYTHON =
  PYTHONS.find((python) => spawnSync(python, ['-c', 'import prometheus_client.openmetrics.parser']).status === 0) ??
  null;

export const LEFT_OUT = 'no python3-prometheus-client here: texts of OpenMetrics are not read by its own parser';

/** Parses texts, strictly: a line that is not of the format throws. */
export function parseOpenMetrics(texts: readonly string[]): ParsedFamily[][] {
  if (PYTHON === null) throw new Error(LEFT_OUT);
  const output = execFileSync(PYTHON, ['-c', SCRIPT], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8', PYTHONUTF8: '1' },
  });
  return JSON.parse(output) as ParsedFamily[][];
}
