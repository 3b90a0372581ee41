import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day, Instant } from '@/lib/time';

/* Reference vectors, beside the project where they are there: a log, a range, `now`, and what the metrics must say of them. */

const FOLDER = resolve('..', 'shared', 'fixtures');

interface Vector {
  about: string;
  from: Day;
  to: Day;
  now: Instant;
  log: object;
  expected: object;
}

export const VECTORS: string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => /^metrics-.*\.json$/.test(name))
  : [];

/** The project stands alone: where there are none, it says so and goes on. */
export const vectorsTitle = VECTORS.length > 0 ? 'reference vectors' : `reference vectors: none in ${FOLDER}, skipped`;

export const readVector = (name: string): Vector => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
