import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day, Instant } from '@/lib/time';

/*
 * Reference vectors, which may exist beside the project: each has a log, a range, `now`, and the
 * figures that the metrics must return.
 */

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

/**
 * The project must work without the vectors. When they are missing, their tests are skipped under
 * this name.
 */
export const LEFT_OUT = `reference vectors: none in ${FOLDER}`;

/** One test per vector; a single skipped test when there are none. */
export const vectorTests: readonly string[] = HAS_VECTORS ? VECTORS : [LEFT_OUT];

export const readVector = (name: string): Vector => JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8'));
