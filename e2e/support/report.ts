import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Metrics } from '../../src/metrics/computeMetrics';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface ReportOptions {
  from: string;
  to: string;
  /** The instant of the option `--now`. */
  now: string;
}

/** Returns what `npm run report` prints for a backup. */
export async function runReport(
  backup: string,
  { from, to, now }: ReportOptions,
  more: string[] = [],
): Promise<string> {
  const args = ['tsx', 'src/cli/report.ts', backup, '--from', from, '--to', to, '--now', now, ...more];
  const { stdout } = await promisify(execFile)('npx', args, { cwd: ROOT, maxBuffer: 2 ** 24 });
  return stdout;
}

/** Returns the figures that `npm run report --json` prints for a backup. */
export const reportFigures = async (backup: string, asked: ReportOptions): Promise<Metrics> =>
  JSON.parse(await runReport(backup, asked, ['--json']));
