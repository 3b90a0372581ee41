import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';

/** What lies in public/ is copied as it is. early.js is written to be read, and the first thing a phone loads: 1.4 kB gzip less. */
export const minifyEarlyScript = (): Plugin => ({
  name: 'minify-early-script',
  apply: 'build',
  async writeBundle({ dir = 'dist' }) {
    const file = join(dir, 'early.js');
    const { code } = await minify(file, await readFile(file, 'utf8'), { module: false });
    await writeFile(file, code);
  },
});
