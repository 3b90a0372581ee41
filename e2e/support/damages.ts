import { mkdir, open, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A damage to the files in which a browser keeps the log. */
export interface Damage {
  name: string;
  apply: (profile: string) => Promise<void>;
}

const indexedDbOf = (profile: string) => join(profile, 'Default', 'IndexedDB');

/** Returns the folder of the LevelDB in which the log is. */
async function levelDbOf(profile: string): Promise<string> {
  const folder = indexedDbOf(profile);
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.indexeddb.leveldb'));
  if (!name) throw new Error(`no LevelDB in ${folder}`);
  return join(folder, name);
}

async function filesOf(profile: string, pattern: RegExp): Promise<string[]> {
  const folder = await levelDbOf(profile);
  const names = (await readdir(folder)).filter((name) => pattern.test(name));
  return names.map((name) => join(folder, name));
}

type Change = (path: string) => Promise<void>;

/** Damages every file of the LevelDB whose name fits. At least one must. */
const ofFiles = (name: string, pattern: RegExp, change: Change): Damage => ({
  name,
  async apply(profile) {
    const paths = await filesOf(profile, pattern);
    if (paths.length === 0) throw new Error(`${name}: there is no such file`);
    for (const path of paths) await change(path);
  },
});

const remove: Change = (path) => rm(path, { recursive: true });
const empty: Change = (path) => truncate(path, 0);
const halve: Change = async (path) => truncate(path, Math.floor((await stat(path)).size / 2));
/** Flips all bits of a hundred bytes in the middle. */
const flip: Change = async (path) => {
  const file = await open(path, 'r+');
  const { size } = await file.stat();
  const start = Math.max(0, Math.floor(size / 2) - 50);
  const bytes = Buffer.alloc(Math.min(100, size - start));
  await file.read(bytes, 0, bytes.length, start);
  await file.write(
    bytes.map((byte) => 255 - byte),
    0,
    bytes.length,
    start,
  );
  await file.close();
};
const replaceByFolder: Change = async (path) => {
  await rm(path, { recursive: true, force: true });
  await mkdir(join(path, 'in the way'), { recursive: true });
};
const replaceBy =
  (content: string): Change =>
  async (path) => {
    await rm(path, { recursive: true });
    await writeFile(path, content);
  };

const CURRENT = /^CURRENT$/;
const MANIFEST = /^MANIFEST/;
const LOG = /^\d+\.log$/;
const TABLE = /^\d+\.ldb$/;

/** Twenty-five places at which the files of the log can be damaged. */
export const DAMAGES: readonly Damage[] = [
  ofFiles('CURRENT deleted', CURRENT, remove),
  ofFiles('CURRENT empty', CURRENT, empty),
  ofFiles('CURRENT names a file that does not exist', CURRENT, replaceBy('MANIFEST-999999\n')),
  ofFiles('CURRENT is a folder', CURRENT, replaceByFolder),
  ofFiles('MANIFEST deleted', MANIFEST, remove),
  ofFiles('MANIFEST empty', MANIFEST, empty),
  ofFiles('MANIFEST cut in half', MANIFEST, halve),
  ofFiles('MANIFEST with flipped bytes', MANIFEST, flip),
  ofFiles('MANIFEST is a folder', MANIFEST, replaceByFolder),
  ofFiles('log file deleted', LOG, remove),
  ofFiles('log file empty', LOG, empty),
  ofFiles('log file cut in half', LOG, halve),
  ofFiles('log file with flipped bytes', LOG, flip),
  ofFiles('log file is something else', LOG, replaceBy('<!doctype html>'.repeat(2000))),
  ofFiles('table deleted', TABLE, remove),
  ofFiles('table empty', TABLE, empty),
  ofFiles('table cut in half', TABLE, halve),
  ofFiles('table with flipped bytes', TABLE, flip),
  ofFiles('table is a folder', TABLE, replaceByFolder),
  ofFiles('log file and table deleted', /^\d+\.(?:log|ldb)$/, remove),
  ofFiles('LOCK is a folder', /^LOCK$/, replaceByFolder),
  { name: 'the LevelDB’s folder deleted', apply: async (profile) => remove(await levelDbOf(profile)) },
  {
    name: 'the LevelDB’s folder is a file',
    apply: async (profile) => replaceBy('in the way')(await levelDbOf(profile)),
  },
  {
    name: 'the LevelDB’s folder is under another name',
    apply: async (profile) => rename(await levelDbOf(profile), join(profile, 'Default', 'moved')),
  },
  {
    name: 'all of IndexedDB and all buckets deleted',
    async apply(profile) {
      await remove(indexedDbOf(profile));
      await remove(join(profile, 'Default', 'WebStorage'));
    },
  },
];
