import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BUNDLED_LIST, licences, licencesOfWorker } from '../../build/licences';

/** A project with these files; `node_modules/vite` and `rolldown` are there in every one. */
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'infernalops-licences-'));
  await write('LICENSE', 'MIT License\n\nCopyright (c) 2026 The app');
  await write('index.html', '<script type="module" src="/main.js"></script>');
  await install('vite', { license: 'MIT' });
  await install('rolldown', { license: 'MIT' });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

interface Manifest {
  license: string;
  version?: string;
  dependencies?: Record<string, string>;
  author?: string;
}
const locked: Record<string, object> = {};

/** Installs a package in a folder below node_modules, with these files beside its code. */
async function install(folder: string, manifest: Manifest, files: Record<string, string> = {}): Promise<void> {
  const name = folder.split('node_modules/').at(-1) ?? '';
  const whole = { name, version: '1.0.0', main: 'index.js', ...manifest };
  locked[`node_modules/${folder}`] = whole;
  await write(`node_modules/${folder}/package.json`, JSON.stringify(whole));
  await write(`node_modules/${folder}/index.js`, `globalThis.used = '${name}'; export const { used } = globalThis;`);
  for (const [file, text] of Object.entries(files)) await write(`node_modules/${folder}/${file}`, text);
}

async function buildApp(code: string, dependencies: string[]): Promise<void> {
  const own = { dependencies: Object.fromEntries(dependencies.map((name) => [name, '1.0.0'])) };
  await write('package-lock.json', JSON.stringify({ packages: { '': own, ...locked } }));
  await write('main.js', code);
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [licences()],
    build: { license: BUNDLED_LIST },
  });
}
const readBuilt = (file: string) => readFile(join(root, 'dist', file), 'utf8');
const ONE_AND_TWO =
  'MIT\n\n  Copyright (c) 2020 One (one.example)\nCopyright 2021 Two <two@example.org>\nCopyright notice';
const USES_ONE = "import { used } from 'one'; document.title = used;";

it('lists what is bundled, with its holders, and what stands beside the server, with what it brings', async () => {
  await install('one', { license: 'MIT' }, { LICENSE: ONE_AND_TWO });
  await install('unused', { license: 'ISC', author: 'Un Used <un@example.org> (https://example.org)' });
  await install('relay', { license: 'MPL-2.0', dependencies: { below: '^2.0.0' } });
  await install('relay/node_modules/below', { license: 'ISC AND MIT', version: '2.0.0' });
  await install('below', { license: 'GPL-3.0' });
  await buildApp(USES_ONE, ['one', 'unused', 'relay']);
  expect(JSON.parse(await readBuilt('licences.json'))).toEqual({
    app: [
      ['one', '1.0.0', 'MIT', '2020 One', '2021 Two'],
      ['rolldown', '1.0.0', 'MIT'],
      ['vite', '1.0.0', 'MIT'],
    ],
    server: [
      ['relay', '1.0.0', 'MPL-2.0'],
      ['below', '2.0.0', 'ISC AND MIT'],
      ['unused', '1.0.0', 'ISC', 'Un Used'],
    ],
  });
});

it('has the texts of the licences and the notices beside them', async () => {
  const files = { 'LICENSE.txt': 'Apache License', NOTICE: 'One of One', 'README.md': 'read me' };
  await install('one', { license: 'Apache-2.0' }, files);
  await buildApp(USES_ONE, ['one']);
  const texts = await readBuilt('licences.txt');
  expect(texts).toContain('Copyright (c) 2026 The app');
  expect(texts).toContain('one 1.0.0\nApache-2.0\n\nApache License\n\nOne of One');
  expect(texts).not.toContain('read me');
});

it.each(['GPL-3.0', 'MPL-2.0', 'MIT AND GPL-3.0', 'MIT OR GPL-3.0', 'SEE LICENSE IN FILE'])(
  'a package with the licence %s cannot be in the app',
  async (license) => {
    await install('one', { license });
    await expect(buildApp(USES_ONE, ['one'])).rejects.toThrow(`one 1.0.0 has the licence ${license}`);
  },
);

it('what the service worker bundles and the app does not fails its build', async () => {
  await install('one', { license: 'MIT' });
  await install('two', { license: 'MIT' });
  await buildApp(USES_ONE, ['one', 'two']);
  const buildWorker = (code: string) =>
    write('worker.js', code).then(() =>
      build({
        root,
        configFile: false,
        logLevel: 'silent',
        plugins: [licencesOfWorker()],
        build: { emptyOutDir: false, lib: { entry: 'worker.js', formats: ['es'] } },
      }),
    );
  await buildWorker("import { used } from 'one'; self.title = used;");
  await expect(buildWorker("import { used } from 'two'; self.title = used;")).rejects.toThrow(
    'licences.json lacks two of the service worker',
  );
});
