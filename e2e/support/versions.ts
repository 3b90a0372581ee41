import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './host';

/** Changes the text of a file of the new version; `file` is its path in the present build. */
export type EditFile = (file: string, text: string) => string;

/**
 * Writes a folder with another version of the present build, as a build of changed sources would
 * be: every file in assets/ has another content and another name, and page, precache and worker fit
 * together.
 *
 * @param version hexadecimal, like the versions of the build
 */
export async function writeVersion(folder: string, version: string, edit: EditFile = (_, text) => text): Promise<void> {
  await cp(DIST, folder, { recursive: true });
  const { version: present } = JSON.parse(await readFile(join(DIST, 'version.json'), 'utf8')) as { version: string };
  const assets = await readdir(join(DIST, 'assets'));
  const newName = (name: string) => name.replace(/\.(\w+)$/, `${version.slice(-3)}.$1`);
  const withNewNames = (text: string) =>
    text.replace(/[\w.-]+\.(?:js|css)\b/g, (name) => (assets.includes(name) ? newName(name) : name));

  for (const name of assets) {
    const file = join(folder, 'assets', name);
    const text = edit(`assets/${name}`, await readFile(file, 'utf8'));
    await writeFile(file, `${withNewNames(text)}\n/* version ${version} */`);
    await rename(file, join(folder, 'assets', newName(name)));
  }
  const index = join(folder, 'index.html');
  const page = edit('index.html', await readFile(index, 'utf8'));
  await writeFile(index, withNewNames(page).replaceAll(present, version));

  const worker = await replaceAsync(
    withNewNames(await readFile(join(DIST, 'sw.js'), 'utf8')).replaceAll(present, version),
    /\{"integrity":"[^"]*","url":"([^"]+)"\}/g,
    async (_, url = '') => JSON.stringify({ integrity: integrityOf(await readFile(join(folder, url))), url }),
  );
  await writeFile(join(folder, 'sw.js'), worker);
  await writeFile(join(folder, `sw-${version}.js`), worker);
  const integrity = integrityOf(Buffer.from(worker));
  await writeFile(join(folder, 'version.json'), JSON.stringify({ version, worker: `sw-${version}.js`, integrity }));
}

const integrityOf = (bytes: Buffer) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

async function replaceAsync(
  text: string,
  pattern: RegExp,
  replace: (...groups: string[]) => Promise<string>,
): Promise<string> {
  const found = [...text.matchAll(pattern)];
  const replacements = await Promise.all(found.map((match) => replace(...match)));
  return text.replaceAll(pattern, () => replacements.shift() ?? '');
}
