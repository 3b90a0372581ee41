import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { openPglite } from '@/server/store/pglite';
import { startCluster } from './cluster';

declare module 'vitest' {
  interface ProvidedContext {
    /** With `DATABASE` for the name of the database; null if this machine has no PostgreSQL. */
    postgresUrl: string | null;
    /** A folder with an embedded store that was closed in order; copying it saves its set-up. */
    pgliteTemplate: string;
    /** A small folder in place of the built app. */
    appFolder: string;
    /** The built server. */
    serverScript: string;
  }
}

/** What all test files share: a PostgreSQL, a new embedded store, and the built server. */
export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'infernalops-server-'));
  const cluster = await startCluster();
  provide('postgresUrl', cluster?.urlOf('DATABASE') ?? null);

  const template = join(folder, 'template');
  const store = await openPglite(template, 0, { info() {}, warn() {}, error() {} });
  await store.close();
  provide('pgliteTemplate', template);

  provide('appFolder', writeApp(join(folder, 'app')));

  // Inside of the repository, so that it finds its packages; two runs do not disturb each other.
  const serverFolder = `test-results/server-${process.pid}`;
  await build({ configFile: 'vite.server.config.ts', logLevel: 'warn', build: { outDir: serverFolder } });
  provide('serverScript', join(serverFolder, 'server.js'));

  return async () => {
    await cluster?.stop();
    for (const path of [folder, serverFolder]) rmSync(path, { recursive: true, force: true });
  };
}

function writeApp(folder: string): string {
  const files = {
    'index.html': '<!doctype html><title>InfernalOps</title>',
    'sw.js': 'self.skipWaiting();',
    'version.json': '{"version":"1"}',
    'manifest.webmanifest': '{}',
    'assets/app-5f3a.js': `console.log(${JSON.stringify('night '.repeat(500))});`,
    'icons/icon.png': 'PNG',
    _headers: '/*',
    '.vite/manifest.json': '{"secret":true}',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
