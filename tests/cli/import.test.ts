import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CliError } from '@/cli/command';
import { importFiles } from '@/cli/importFiles';
import { parseBackup } from '@/domain/backup';
import { HAS_IMPORT_FIXTURES, importFixtures } from '../support/importers/importFixtures';

const run = promisify(execFile);
const TSX = resolve('node_modules/.bin/tsx');
const NOW = ['--now', '2026-11-28T12:00:00Z'];

let folder = '';
beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8');
  folder = await mkdtemp(join(tmpdir(), 'infernalops-import-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, content: string | Uint8Array | object): Promise<string> {
  const path = join(folder, name);
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  await writeFile(path, isText ? content : JSON.stringify(content));
  return path;
}
const call = (...args: string[]) => run(TSX, ['src/cli/import.ts', ...args]);
/** The sentence with which a call is refused. */
const refusalOf = (...args: string[]): Promise<string> =>
  importFiles(args).then(
    () => 'not refused',
    (error: unknown) => (error instanceof CliError ? error.message : String(error)),
  );

const USAGE = 'usage: import FILES… --household HOUSEHOLD.json [--answers ANSWERS.json] [--now INSTANT] [--dry-run]';
const HOURS = { timeZone: 'Europe/Paris', nightStart: '20:00', nightEnd: '07:00' };
const HEADING = 'Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes,Logged By';
const NIGHT = [
  HEADING,
  'Sleep,2026-11-10 20:00,2026-11-10 23:00,03:00,,,,,Mum',
  'Feed,2026-11-10 23:05,,,Formula,Bottle,90ml,,Dad',
  'Sleep,2026-11-10 23:20,2026-11-11 06:30,07:10,,,,,Dad',
].join('\n');

describe.skipIf(!HAS_IMPORT_FIXTURES)('the files of other trackers, read as a call has them', () => {
  it.each(importFixtures.map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    async (name, { files, expected }) => {
      const { about, tracker, household, now, answers, files: _files, ...told } = expected;
      const paths = await Promise.all(files.map((file) => write(file.name, file.bytes)));
      const options = ['--household', await write(`${name}.household`, household), '--now', now, '--dry-run'];
      const { stdout, stderr } = await call(...paths, ...options, '--answers', await write(`${name}.answers`, answers));
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual(told);
    },
  );
});

describe('an import on the command line', () => {
  it('prints a new log, and into that log a second time the same bytes', async () => {
    const file = await write('night.csv', NIGHT);
    const answers = await write('answers.json', { child: 'Ben', caregivers: { Mum: 'Mum', Dad: null } });
    const options = ['--answers', answers, ...NOW];
    const first = await call(file, '--household', await write('hours.json', HOURS), ...options);
    const parsed = parseBackup(first.stdout);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    const { household, children, caregivers, incidents, nights } = parsed.backup.log;
    expect(household).toMatchObject(HOURS);
    expect(children.map(({ name }) => name)).toEqual(['Ben']);
    expect(caregivers.map(({ name }) => name)).toEqual(['Mum']);
    expect(incidents.map(({ timeline }) => timeline.map(({ kind }) => kind))).toEqual([
      ['detected', 'remedy', 'resolved'],
    ]);
    expect(nights.map(({ id }) => id)).toEqual(['2026-11-10']);
    const second = await importFiles([file, '--household', await write('log.json', first.stdout), ...options]);
    expect(second).toBe(first.stdout);
  });

  it('that is refused prints one line on standard error, and exits with status 2', async () => {
    const refused = await call().catch(({ code, stdout, stderr }) => ({ code, stdout, stderr }));
    expect(refused).toEqual({ code: 2, stdout: '', stderr: `import: ${USAGE}\n` });
  });

  it('is refused in one sentence', async () => {
    const hours = ['--household', await write('hours.json', HOURS)];
    const file = await write('night.csv', NIGHT);
    const page = await write('export.csv', '<!DOCTYPE html>');
    const dates = await write('dates.csv', 'Start,End\n1/2/2026 20:00,1/3/2026 06:00');
    const byNumber = await write('api.json', {
      count: 1,
      results: [{ id: 1, child: 3, nap: false, start: '2026-11-10T20:00:00Z' }],
    });
    const none = join(folder, 'none.csv');
    expect(await refusalOf(file)).toBe(USAGE);
    expect(await refusalOf(file, ...hours, '--dry')).toBe('--dry is not an option of this command');
    expect(await refusalOf(file, ...hours, '--now', '2026-11-28')).toMatch(/^--now: 2026-11-28 is not an instant/);
    expect(await refusalOf(none, ...hours)).toBe(`${none} cannot be read (ENOENT)`);
    expect(await refusalOf(file, ...hours, '--answers', file)).toMatch(/night\.csv is not a file of answers/);
    expect(await refusalOf(file, '--household', page)).toMatch(/export\.csv: /);
    expect(await refusalOf(file, ...hours)).toMatch(/^The files do not say which child it is/);
    expect(await refusalOf(byNumber, ...hours)).toMatch(/^The files name a child by the number 3 only/);
    expect(await refusalOf(dates, ...hours)).toMatch(/^dates\.csv does not tell whether/);
    expect(await refusalOf(file, page, ...hours)).toBe(
      'export.csv is a web page, probably a log-in. Export again while you are logged in.',
    );
  });
});
