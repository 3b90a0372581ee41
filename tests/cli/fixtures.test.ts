import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences } from '../support/differences';
import { HAS_VECTORS, readVector, vectorTests } from '../support/vectors';

const run = promisify(execFile);
const TSX = resolve('node_modules/.bin/tsx');

describe.skipIf(!HAS_VECTORS)('the reference vectors', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'infernalops-report-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(vectorTests)(
    '%s on the command line',
    async (name) => {
      const { log, from, to, now, expected } = readVector(name);
      const path = join(folder, name);
      await writeFile(path, JSON.stringify(log));
      const range = ['--from', from, '--to', to, '--now', new Date(now).toISOString()];
      const { stdout, stderr } = await run(TSX, ['src/cli/report.ts', path, ...range, '--json']);
      expect(stderr).toBe('');
      expect(differences(JSON.parse(stdout), expected)).toEqual([]);
    },
    60_000,
  );
});
