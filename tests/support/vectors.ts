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

const VECTORS: string[] = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => /^metrics-.*\.json$/.test(name))
  : [];

export const HAS_VECTORS = VECTORS.length > 0;

/** The project stands alone: where there are none, its tests are skipped by this name. */
export const LEFT_OUT = `reference vectors: none in ${FOLDER}`;

/** One test each; where there are none, one that is counted as skipped. */
export const vectorTests: readonly string[] = HAS_VECTORS ? VECTORS : [LEFT_OUT];

export const readVector = (name: string): Vector => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
