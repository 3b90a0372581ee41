import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCallArgs } from '@/cli/options';
import type { Entry } from '@/domain/rows/incident';
import type { HouseholdLog } from '@/domain/rows/tables';
import { loggedNights } from '@/exports/openMetrics/loggedNights';
import { formatOpenMetrics, formatOpenMetricsHistory } from '@/exports/openMetrics/openMetrics';
import { computeMetrics, type Metrics } from '@/metrics/computeMetrics';
import { exampleLog, exampleText, exampleWith, exampleWithKey, SAVED_AT } from '../support/backup';
import { at, DAD, day, zoe } from '../support/factories';

/*
 * Each call starts Node and takes a second or two. All calls are made once, two at a time, and
 * their results are checked afterwards.
 */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSX = join(ROOT, 'node_modules/.bin/tsx');
/** A limit that only a hanging call exceeds. */
const TIMEOUT_MS = 20_000;

/** When the example was saved: 17 November at ten o'clock in Paris. */
const NOW = '--now=2026-11-17T10:00:00+01:00';
const NIGHTS = ['--from=2026-11-15', '--to', '2026-11-16'];

/** Zoé has a name that Markdown would interpret. */
const log: HouseholdLog = {
  ...exampleLog(),
  children: exampleLog().children.map((child) => (child.id === zoe.id ? { ...child, name: 'Zo|é *' } : child)),
};

/** The same log, but Dad was called by a page of which his phone said that it rang. */
const pagedLog: HouseholdLog = {
  ...log,
  incidents: log.incidents.map((row) => ({
    ...row,
    timeline: row.timeline.flatMap((line): Entry[] => {
      if (line.kind !== 'escalated') return [line];
      const { level: _, via: __, ...fields } = line;
      return [
        { ...line, via: 'page' },
        { ...fields, id: `${line.id} rang`, kind: 'delivered' },
      ];
    }),
  })),
};

const FILES = {
  'good.json': exampleText(log),
  'paged.json': exampleText(pagedLog),
  'half.json': exampleText().slice(0, 2000),
  'newer.json': exampleWith({ version: 6 }),
  'wrong.json': exampleWith({ 'incidents[0].timeline[3].at': 'three' }),
  'two\nlines.json': exampleWithKey('children[1]', 'a\nb'),
  'escape.json': exampleWithKey('children[1]', 'red\u001b[31m'),
};

interface Call {
  args: string[];
  /** The environment variables of the shell. */
  lang?: string;
}

const CALLS = {
  figures: { args: ['good.json', '--json', NOW, ...NIGHTS] },
  english: { args: ['good.json', NOW, ...NIGHTS] },
  french: { args: ['--lang=fr', 'good.json', NOW, ...NIGHTS] },
  pages: { args: ['paged.json', '--json', NOW, ...NIGHTS] },
  pagesInEnglish: { args: ['paged.json', NOW, ...NIGHTS] },
  pagesInFrench: { args: ['--lang=fr', 'paged.json', NOW, ...NIGHTS] },
  week: { args: ['good.json', '--json', NOW] },
  openMetrics: { args: ['good.json', '--openmetrics', NOW] },
  history: { args: ['good.json', '--openmetrics', '--history', NOW] },
  historyOfANight: { args: ['good.json', '--openmetrics', '--history', '--from=2026-11-15', '--to=2026-11-15', NOW] },
  historyAlone: { args: ['good.json', '--history'] },
  half: { args: ['half.json'] },
  newer: { args: ['newer.json'], lang: 'fr_FR.UTF-8' },
  wrong: { args: ['wrong.json', '--json'] },
  lines: { args: ['two\nlines.json'] },
  escape: { args: ['escape.json'] },
  large: { args: ['large.json'] },
  gone: { args: ['gone.json'] },
  folder: { args: ['.'] },
  none: { args: [] },
  two: { args: ['good.json', 'half.json'] },
  unknown: { args: ['good.json', '--babies'] },
  noDay: { args: ['good.json', '--from=2026-13-01'] },
  noZone: { args: ['good.json', '--now=2026-11-17T10:00:00'] },
  backwards: { args: ['good.json', '--from=2026-11-17', '--to=2026-11-16'] },
  jsonValue: { args: ['good.json', '--json=x'] },
  noValue: { args: ['good.json', '--to'] },
  lastDay: { args: ['good.json', NOW, '--to=9999-12-31'] },
} satisfies Record<string, Call>;
type Name = keyof typeof CALLS;

interface RunResult {
  status: number | string | null;
  out: string;
  err: string;
}

let folder = '';
const results: Partial<Record<Name, RunResult>> = {};
const result = (name: Name): RunResult => results[name] ?? { status: null, out: '', err: 'it never ran' };

const run = ({ args, lang = 'C.UTF-8' }: Call): Promise<RunResult> =>
  new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: lang, LANG: lang, NO_COLOR: '1' };
    const command = ['--tsconfig', join(ROOT, 'tsconfig.json'), join(ROOT, 'src/cli/report.ts'), ...args];
    execFile(TSX, command, { cwd: folder, env, timeout: TIMEOUT_MS }, (error, out, err) =>
      resolve({ status: error ? (error.code ?? error.signal ?? null) : 0, out, err }),
    );
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'infernalops-'));
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
  // A sparse file of half a gigabyte, which takes no room on the disk.
  const large = await open(join(folder, 'large.json'), 'w');
  await large.truncate(500_000_000);
  await large.close();

  const waiting = Object.entries(CALLS) as [Name, Call][];
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all([one(), one()]);
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the command-line report', () => {
  it('prints the figures that the app computes, as JSON', () => {
    const { status, out, err } = result('figures');
    const range = { from: day('2026-11-15'), to: day('2026-11-16') };
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(computeMetrics(log, range, SAVED_AT))));
  });

  it('covers the last seven nights by default', () => {
    const { range } = JSON.parse(result('week').out) as { range: object };
    expect(range).toEqual({ from: '2026-11-10', to: '2026-11-16', timeZone: 'Europe/Paris' });
  });

  it('prints the same figures as OpenMetrics, of now or one sample a night', () => {
    const [now, history] = [result('openMetrics'), result('history')];
    expect([now.status, now.err, history.status, history.err]).toEqual([0, '', 0, '']);
    expect(now.out).toBe(formatOpenMetrics(log, SAVED_AT, 'names'));
    expect(history.out).toBe(formatOpenMetricsHistory(log, loggedNights(log, SAVED_AT), SAVED_AT, 'names'));
    const times = result('historyOfANight').out.matchAll(/^infernalops_nights_observed\S+ 1 (\d+)$/gm);
    expect(new Set([...times].map(([, time]) => Number(time) * 1000))).toEqual(new Set([at('2026-11-16 07:00')]));
  });

  it('prints a Markdown document in English', () => {
    const { status, out, err } = result('english');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^# InfernalOps: the nights from Sunday,? 15 November 2026 to Monday,? 16 November 2026\n\n/);
    expect(out).toMatch(/^## Children$/m);
    expect(out).toMatch(/^\| Léo \| \d/m);
    expect(out).toMatch(/^\| Mum \| \d/m);
    expect(out).not.toMatch(/Ghost|undefined|NaN|\{\w+\}/);
  });

  it('prints a Markdown document in French', () => {
    const { status, out, err } = result('french');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^# InfernalOps\s: les nuits du dimanche 15 novembre 2026 au lundi 16 novembre 2026\n\n/);
    expect(out).toMatch(/^## Enfants$/m);
    expect(out).toMatch(/^\| Léo \| \d/m);
    expect(out).not.toMatch(/undefined|NaN|\{\w+\}/);
  });

  it('prints sentences on load, waking and fatigue in both languages', () => {
    const words = (name: Name) =>
      result(name)
        .out.split(/^## /m)
        .find((part) => /^(In words|En mots)/.test(part));
    expect(words('english')).toMatch(/^- Mum carries \d.* against \d\S*% of the hours on call as planned\./m);
    expect(words('english')).toContain('Dad wakes for 0% of 1 alert. Dad.exe didn’t hear the first call.');
    expect(words('english')).toContain(
      '- How many double incidents? Never two at once. The redundancy was not needed.',
    );
    expect(words('french')).toContain('Dad.exe n’a pas entendu le premier appel. Observé une nuit.');
    expect(words('french')).toMatch(/^- Combien de doubles incidents\s\? Jamais deux à la fois\./m);
  });

  it('tells pages from elbows once somebody was paged, and says nothing of pages otherwise', () => {
    const figures = JSON.parse(result('pages').out) as Metrics;
    expect(figures.escalations.byVia?.[DAD]).toEqual({
      voice: { attempts: 0, answered: 0, rate: null },
      page: { attempts: 1, answered: 0, rate: 0 },
    });
    expect(figures.pages?.byCaregiver[DAD]).toMatchObject({ sent: 1, delivered: 1, declined: 0 });
    expect(result('pagesInEnglish').out).toContain('Dad wakes for 0 of 1 page. Dad’s phone rang for 1 of 1 page.');
    expect(result('pagesInEnglish').out).toMatch(
      /^\| Who \|.*\| By voice: tries, answered \| By page: tries, answered \|/m,
    );
    expect(result('pagesInEnglish').out).toMatch(
      /^\| Dad \|.*\| 1, 0% \| 0, no data yet \| 1, 0% \| 1, 1, 0 \| no data yet \|$/m,
    );
    expect(result('pagesInFrench').out).toContain(
      'Dad se réveille pour 0 bip sur 1. Le téléphone de Dad a sonné pour 1 bip sur 1.',
    );
    expect(result('english').out).not.toMatch(/\bpages?\b/i);
  });

  it('prints the load against the plan beside the fairness, in points with a sign', () => {
    expect(result('english').out).toMatch(
      /^\| Fairness of the load [^|]*\| [\d.]+ · Dad \+2 points · Mum −2 points \|$/m,
    );
    expect(result('french').out).toMatch(/^\| Équité [^|]*\| [\d,]+ · Dad \+2 points · Mum −2 points \|$/m);
  });

  it('says in the table who does not hear the first call, and of one bad night that it was the last', () => {
    expect(result('english').out).toMatch(/^\| Dad \|.*\| didn’t hear the first call \|/m);
    expect(result('french').out).toMatch(/^\| Dad \|.*\| n’a pas entendu le premier appel \|/m);
    expect(result('english').out).toContain('| Nights in a row with a wake-up | only the last one |');
  });

  it('prints the runbooks with their names and outcomes', () => {
    expect(result('english').out).toMatch(/^## Runbooks\n\n.*\n.*\n(\|.*\n)*\| Degraded \| 1 \| 100% \| /m);
    expect(result('french').out).toMatch(/^## Procédures\n\n.*\n.*\n(\|.*\n)*\| Sans procédure \| \d/m);
  });

  it('escapes names that Markdown would interpret', () => {
    expect(result('english').out).toContain('| Zo\\|é \\* |');
  });

  it('prints tables in which each line has as many cells as the header', () => {
    for (const name of ['english', 'french', 'pagesInEnglish', 'pagesInFrench'] as const) {
      const tables = result(name).out.matchAll(/(?:^\|.*\|\n)+/gm);
      const widths = [...tables].map(([table]) =>
        table
          .trimEnd()
          .split('\n')
          .map((line) => line.replace(/\\./g, '').split('|').length),
      );
      expect(widths.length).toBeGreaterThan(4);
      for (const lines of widths) expect(new Set(lines).size).toBe(1);
    }
  });
});

describe('a call that is refused', () => {
  const refusedCalls: [string, Name, RegExp][] = [
    ['half a backup', 'half', /^report: half\.json: The file is no whole backup/],
    ['a backup of a newer app', 'newer', /^report: newer\.json\s: Un InfernalOps plus récent .* \(version 6\)/],
    ['a backup with something wrong in it', 'wrong', /^report: wrong\.json: .* incidents\[0\]\.timeline\[3\]\.at\.$/],
    [
      'a file and a field with line breaks in their names',
      'lines',
      /^report: two lines\.json: .* children\[1\]\..*a.*b.*\.$/,
    ],
    ['a file of half a gigabyte', 'large', /^report: large\.json: The file is larger than 200 MB/],
    ['a file that is not there', 'gone', /^report: gone\.json cannot be read \(ENOENT\)$/],
    ['a folder', 'folder', /^report: \.: ./],
    ['no file', 'none', /^report: usage: report BACKUP\.json /],
    ['a history that is not OpenMetrics', 'historyAlone', /^report: usage: report BACKUP\.json .*--openmetrics/],
    ['two files', 'two', /^report: usage: report BACKUP\.json /],
    ['an unknown option', 'unknown', /^report: --babies is not an option/],
    ['a day that does not exist', 'noDay', /^report: --from: 2026-13-01 is not a day/],
    ['an instant without a zone', 'noZone', /^report: --now: 2026-11-17T10:00:00 is not an instant with its zone/],
    ['a range that ends before it begins', 'backwards', /^report: --from: 2026-11-17 is after 2026-11-16$/],
    ['a value for an option that takes none', 'jsonValue', /^report: --json /],
    ['no value for an option that takes one', 'noValue', /^report: --to /],
  ];

  it.each(refusedCalls)('prints only one line that says what is wrong: %s', (_title, name, line) => {
    const { status, out, err } = result(name);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
    expect(err.trimEnd()).toMatch(line);
  });

  it('prints the name of a field without control characters for the terminal', () => {
    const { status, err } = result('escape');
    expect(status).toBe(2);
    expect(err).toContain('red');
    expect(err.trimEnd()).not.toMatch(/\p{Cc}/u);
  });

  it('terminates even for the last possible day', () => {
    expect([0, 2]).toContain(result('lastDay').status);
  });
});

describe('parseCallArgs', () => {
  const parsedValueOrRefusal = (...args: string[]) => {
    const call = parseCallArgs(args);
    return call.ok ? call.value : call.refusal;
  };

  it('reads arguments in any order', () => {
    const call = parsedValueOrRefusal('--json', '--to', '2026-11-16', 'a.json', '--lang=fr', '--from=2026-11-15', NOW);
    expect(call).toEqual({
      path: 'a.json',
      from: '2026-11-15',
      to: '2026-11-16',
      now: SAVED_AT,
      json: true,
      openMetrics: null,
      language: 'fr',
      exported: null,
      semicolons: false,
    });
    expect(parsedValueOrRefusal('a.json')).toEqual({
      path: 'a.json',
      from: null,
      to: null,
      now: null,
      json: false,
      openMetrics: null,
      language: null,
      exported: null,
      semicolons: false,
    });
  });

  it.each([
    [['a.json', '-x'], { code: 'option', option: '-x' }],
    [['a.json', '--__proto__=1'], { code: 'option', option: '--__proto__' }],
    [['a.json', '--constructor'], { code: 'option', option: '--constructor' }],
    [['a.json', '--lang=de'], { code: 'lang', value: 'de' }],
    [['a.json', '--to=2026-02-30'], { code: 'day', option: '--to', value: '2026-02-30' }],
    [['a.json', '--now=yesterday'], { code: 'now', value: 'yesterday' }],
    [['a.json', '--now=2026-11-17'], { code: 'now', value: '2026-11-17' }],
    [['a.json', '--now=1960-01-01T00:00:00Z'], { code: 'now', value: '1960-01-01T00:00:00Z' }],
    [['a.json', '--now=2026-11-17T25:00:00Z'], { code: 'now', value: '2026-11-17T25:00:00Z' }],
    // Date.parse would read this as 2 March.
    [['a.json', '--now=2026-02-30T08:00:00Z'], { code: 'now', value: '2026-02-30T08:00:00Z' }],
    [[], { code: 'usage' }],
    [['a.json', 'b.json'], { code: 'usage' }],
    [['a.json', '--openmetrics', '--json'], { code: 'usage' }],
    [['a.json', '--openmetrics', '--from=2026-11-15'], { code: 'usage' }],
  ])('refuses %j', (args, refusal) => {
    expect(parsedValueOrRefusal(...args)).toEqual(refusal);
  });
});
