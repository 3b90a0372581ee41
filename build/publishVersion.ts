import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Short enough for a file name; two versions of one app will not meet in 48 bits. */
const VERSION_LENGTH = 12;

const SHELL_SCRIPT = '<script async src="early.js"';

/** The hash of a file in the form of the `integrity` attribute. */
const integrityOf = (bytes: Buffer) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/**
 * Replaces the revision of each file of the precache by the hash of its bytes. The worker checks it
 * before a version counts as installed. It runs when all files are written.
 */
export const withIntegrity =
  (folder: string) =>
  async <Entry extends { url: string; size: number }>(entries: Entry[]) => ({
    manifest: await Promise.all(
      entries.map(async ({ url, size }) => {
        const integrity = integrityOf(await readFile(join(folder, url)));
        // Workbox builds the list, but our worker reads it, which needs no revision.
        return { url, size, integrity } as unknown as Entry;
      }),
    ),
  });

/**
 * Gives the build a version, which is a hash of its files. The page carries it, and the worker is
 * published under it (`sw-<version>.js`), so a host never overwrites the worker that a phone runs.
 * `version.json` says which worker is the newest and what its hash is. `sw.js` is the same worker
 * for the releases that know no other name.
 *
 * There are two plugins: one before the worker is built, when the page still may be changed, and
 * one after it.
 */
export function publishVersion(): [Plugin, Plugin] {
  let folder = '';
  let version = '';
  return [
    {
      name: 'version-of-the-page',
      apply: 'build',
      configResolved: ({ root, build }) => {
        folder = join(root, build.outDir);
      },
      closeBundle: {
        order: 'pre',
        sequential: true,
        async handler() {
          version = await hashOfFolder(folder);
          const index = join(folder, 'index.html');
          const page = await readFile(index, 'utf8');
          if (!page.includes(SHELL_SCRIPT)) throw new Error('index.html is not as it used to be');
          await writeFile(index, page.replace(SHELL_SCRIPT, `${SHELL_SCRIPT} data-version="${version}"`));
        },
      },
    },
    {
      name: 'version-of-the-worker',
      apply: 'build',
      enforce: 'post',
      closeBundle: {
        order: 'post',
        sequential: true,
        async handler() {
          const built = await readFile(join(folder, 'sw.js'), 'utf8');
          const worker = built.replaceAll(/\b__VERSION__\b/g, `\`${version}\``);
          if (worker === built) throw new Error('the worker does not name its version');
          const name = `sw-${version}.js`;
          const integrity = integrityOf(Buffer.from(worker));
          await writeFile(join(folder, 'sw.js'), worker);
          await writeFile(join(folder, name), worker);
          await writeFile(join(folder, 'version.json'), JSON.stringify({ version, worker: name, integrity }));
        },
      },
    },
  ];
}

/** Hashes the names and contents of all files of a folder. */
async function hashOfFolder(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, VERSION_LENGTH);
}
