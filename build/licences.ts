import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { LockedPackages } from './lockedPackages.ts';

/** The names and licences of what ships, which the page About shows. */
const LIST = 'licences.json';
/** The texts of these licences. They ship with the app, and are loaded when somebody reads them. */
const TEXTS = 'licences.txt';

/** What may be in the app: licences that ask for their notice and nothing else. */
const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense'];
/** What may stand beside the home server, unchanged and with its source where it came from. */
const ALLOWED_BESIDE = [...ALLOWED, 'MPL-2.0'];

/** The bundler writes helpers of these two into the app. */
const BUNDLERS = ['vite', 'rolldown'];
/** What Vite itself bundles is not in the app. */
const BUNDLED_BY_VITE = /\n# Licenses of bundled dependencies.*$/s;

const LEGAL_FILE = /^(?:licen[cs]e|copying|notice)\b/i;
/** A line that says whose a package is; the licences themselves have lines that begin like it. */
const COPYRIGHT = /^\W*copyright\s+((?:\(c\)|©|\d{4}).*)$/gim;
/** What stands around the name of a holder. */
const ADDRESS = /(?:\(c\)|©)\s*|\s*<[^>]*>|\s*\(?https?:\S*|\s*\([\w.]+\)$|,$/gi;

/**
 * A package in the list: its name, its version, its licence as an SPDX expression, and a line for
 * each holder; the author where the package has no such line. It is no object, because every phone
 * keeps the list.
 */
type Licence = [name: string, version: string, licence: string, ...holders: string[]];

/** Vite writes the list of what it has bundled, with `build.license`, into this file. */
export const BUNDLED_LIST = { fileName: LIST };

/**
 * Completes Vite's list of what is bundled: the notices that Apache's licence asks for, the
 * holders, and what stands beside the home server. The texts become a file of their own.
 *
 * The build fails if a package has a licence that is not allowed.
 */
export function licences(): Plugin {
  let root = '';
  return {
    name: 'licences',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
    },
    async writeBundle({ dir = 'dist' }) {
      const bundled: { name: string; version: string }[] = JSON.parse(await readFile(join(dir, LIST), 'utf8'));
      const locked = await LockedPackages.read(root);
      const inApp = new Set(bundled.map(({ name, version }) => locked.folderOf(name, version)));
      const others = locked.ownDependencies.filter((name) => !inApp.has(`node_modules/${name}`));
      const beside = [...locked.withDependencies(others)].filter((folder) => !inApp.has(folder));
      for (const name of BUNDLERS) inApp.add(`node_modules/${name}`);

      const read = (folders: Iterable<string>, allowed: readonly string[]) =>
        Promise.all([...folders].sort().map((folder) => readPackage(root, folder, allowed)));
      const app = await read(inApp, ALLOWED);
      const server = await read(beside, ALLOWED_BESIDE);
      const listOf = (packages: typeof app) => packages.map(({ licence }) => licence);
      await writeFile(join(dir, LIST), JSON.stringify({ app: listOf(app), server: listOf(server) }));
      await writeFile(
        join(dir, TEXTS),
        [
          await readFile(join(root, 'LICENSE'), 'utf8'),
          'IN THE APP',
          ...app.map(({ text }) => text),
          'BESIDE THE HOME SERVER',
          ...server.map(({ text }) => text),
        ].join(`\n\n${'='.repeat(72)}\n\n`),
      );
    },
  };
}

async function readPackage(root: string, folder: string, allowed: readonly string[]) {
  const path = join(root, folder);
  const { name, version, license, author, homepage } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
  if (typeof license !== 'string' || !license.split(' AND ').every((each) => allowed.includes(each)))
    throw new Error(`${name} ${version} has the licence ${license}, which is not allowed here`);
  const files = (await readdir(path)).filter((file) => LEGAL_FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(path, file), 'utf8')));
  const text = texts.map((each) => each.replace(BUNDLED_BY_VITE, '').trim()).join('\n\n');
  const by = typeof author === 'string' ? author : author?.name;
  const holders = [...text.matchAll(COPYRIGHT)].map(([, line = '']) => line);
  const shown = (holders.length > 0 ? holders : [by ?? '']).map((line) => line.replace(ADDRESS, '').trim());
  const licence: Licence = [name, version, license, ...new Set(shown.filter(Boolean))];
  const heading = [`${name} ${version}`, license, by, homepage].filter(Boolean).join('\n');
  return { licence, text: text ? `${heading}\n\n${text}` : heading };
}

/** A module of a package: what follows its last folder `node_modules`. */
const PACKAGE_OF = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * Fails the build of the service worker if a package is bundled in it that the list of the app does
 * not have.
 */
export const licencesOfWorker = (): Plugin => ({
  name: 'licences-of-the-worker',
  apply: 'build',
  async writeBundle({ dir = 'dist' }, bundle) {
    const { app }: { app: Licence[] } = JSON.parse(await readFile(join(dir, LIST), 'utf8'));
    const listed = new Set(app.map(([name]) => name));
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const missing = modules.map((id) => PACKAGE_OF.exec(id)?.[1]).filter((name) => name && !listed.has(name));
    if (missing.length > 0) throw new Error(`${basename(LIST)} lacks ${missing.join(', ')} of the service worker`);
  },
});
