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
 * Builds a module of this folder with Vite, runs it in a separate process, and resolves to what it
 * printed. On a phone there is neither of two costs that would distort the times here: tsx calls
 * its `__name` helper each time an inner function is created, and garbage collection takes longer
 * in a heap that holds other data.
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
