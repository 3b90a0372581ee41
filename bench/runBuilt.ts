import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAX_OUTPUT = 2 ** 20;

/**
 * Runs a module of this folder as Vite builds it, in a process of its own, and gives what it printed. Under tsx every inner function
 * would be named anew each time it is made, and in a heap that is full of something else every collection takes longer: on a
 * phone neither is so.
 */
export async function runBuilt(entry: string, ...args: string[]): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      resolve: { alias: { '@': join(ROOT, 'src') } },
      ssr: { noExternal: true },
      build: { ssr: join('bench', entry), outDir, rollupOptions: { output: { entryFileNames: 'entry.mjs' } } },
    });
    const { stdout } = await promisify(execFile)(process.execPath, [join(outDir, 'entry.mjs'), ...args], {
      maxBuffer: MAX_OUTPUT,
    });
    return stdout;
  } finally {
    await rm(outDir, { recursive: true });
  }
}
