import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serializeBackup } from '@/domain/backup';
import { ALL_TABLES } from '@/exports/tables/allTables';
import { SAVED_AT } from '../support/backup';
import { exportedLog } from '../support/exportedLog';

/* Each call starts Node and takes a second or two, so all are made once. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** 17 November at ten o'clock in Paris: the night of the 16th is over. */
const NOW = '--now=2026-11-17T10:00:00+01:00';

const CALLS = {
  tables: ['log.json', '--tables', 'out/tables', NOW],
  semicolons: ['log.json', '--wake-ups', '--semicolons', NOW],
  calendar: ['log.json', '--calendar', '--lang=fr', NOW],
  report: ['log.json', '--paediatrician', ' léo', NOW],
  nobody: ['log.json', '--paediatrician', 'Bob', NOW],
  noFolder: ['log.json', '--tables', 'log.json', NOW],
  several: ['log.json', '--calendar', '--json', NOW],
  noValue: ['log.json', '--tables'],
};
type Name = keyof typeof CALLS;

let folder = '';
const results = new Map<string, { code: unknown; out: string; err: string }>();
const result = (name: Name) => results.get(name) ?? { code: 'it never ran', out: '', err: '' };

const run = (args: readonly string[]) =>
  new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    const command = ['--tsconfig', join(ROOT, 'tsconfig.json'), join(ROOT, 'src/cli/report.ts'), ...args];
    const env = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', NO_COLOR: '1' };
    execFile(join(ROOT, 'node_modules/.bin/tsx'), command, { cwd: folder, env, timeout: 60_000 }, (error, out, err) =>
      resolve({ code: error ? error.code : 0, out, err }),
    );
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  await writeFile(join(folder, 'log.json'), serializeBackup({ exportedAt: SAVED_AT, log: exportedLog() }));
  for (const [name, args] of Object.entries(CALLS)) results.set(name, await run(args));
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run report with a file for another tool', () => {
  it('--tables writes each table and says where', async () => {
    const paths = ALL_TABLES.map(({ name }) => join('out/tables', `${name}.csv`));
    expect(result('tables')).toEqual({ code: 0, out: paths.map((path) => `${path}\n`).join(''), err: '' });
    expect((await readdir(join(folder, 'out/tables'))).sort()).toEqual(
      ALL_TABLES.map(({ name }) => `${name}.csv`).sort(),
    );
    const children = await readFile(join(folder, 'out/tables/children.csv'), 'utf8');
    expect(children).toContain('\r\nleo,Léo,2026-02-17,,blue,0,');
  });

  it('--wake-ups prints them, with --semicolons for a French or German spreadsheet', () => {
    const { code, out } = result('semicolons');
    expect(code).toBe(0);
    expect(out.slice(0, 34)).toBe('\ufeffincident_id;night;child_id;child;');
    expect(out).toContain(';20,5;20,5;0;settled;');
  });

  it('--calendar prints the coming nights, in the language of the call', () => {
    const { code, out } = result('calendar');
    expect(code).toBe(0);
    const [first] = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent');
    // The 17th has slot 1 of the rotation: Dad, all night from 20:00.
    expect(first?.getFirstPropertyValue('dtstart')?.toString()).toBe('2026-11-17T19:00:00Z');
    expect(String(first?.getFirstPropertyValue('summary')).replace(/\s/g, ' ')).toBe('D’astreinte : Jörg "Dad" | Maß');
  });

  it('--paediatrician prints the report of a child, by name, on the last fourteen nights', () => {
    const { code, out } = result('report');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      child: { name: 'Léo' },
      nights: { from: '2026-11-03', to: '2026-11-16' },
      temperatures: [{ celsius: 38.45 }],
    });
  });

  it.each<[Name, string]>([
    ['nobody', 'report: --paediatrician: there is no child called Bob\n'],
    ['noFolder', 'report: --tables: log.json cannot be written (EEXIST)\n'],
    ['several', 'report: one of --json, --tables, --wake-ups, --calendar and --paediatrician at a time\n'],
    ['noValue', 'report: --tables is not an option of this command\n'],
  ])('refuses %s in one line', (name, err) => {
    expect(result(name)).toEqual({ code: 2, out: '', err });
  });
});
