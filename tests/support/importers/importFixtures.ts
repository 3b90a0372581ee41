import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tracker } from '@/importers/tracker';
import type { DateOrder } from '@/importers/values/sourceTime';
import type { WallTime } from '@/lib/time';

/* The files of other trackers beside the project, with what must come of them. */

const FOLDER = resolve('..', 'shared', 'fixtures', 'import');

export const HAS_IMPORT_FIXTURES = existsSync(FOLDER);
export const LEFT_OUT_IMPORTS = `files of other trackers: none in ${FOLDER}`;

interface Expected {
  about: string;
  tracker: Tracker;
  household: { timeZone: string; nightStart: WallTime; nightEnd: WallTime };
  now: string;
  answers: { child?: string; children?: Record<string, string>; order?: DateOrder };
  files?: string[];
}

const read = (path: string) => readFileSync(join(FOLDER, path), 'utf8');

/** An incident as the fixtures name it. */
interface NamedIncident {
  childName: string;
  detected: string;
}

/** Steps on one log: imports, and what a person does between them. */
export interface AgainFixture extends Omit<Expected, 'about' | 'tracker'> {
  steps: {
    import?: string;
    why?: string;
    expect?: Partial<
      Record<'added' | 'alreadyHere' | 'overlapping' | 'deletedHere' | 'nightsSet' | 'nightsLeft', object[]>
    >;
    'by hand'?: { setResolved?: { incident: NamedIncident; to: string }; delete?: NamedIncident };
  }[];
}
export const readAgainFixture = (): AgainFixture => JSON.parse(read(`again${SUFFIX}`));
export const readFixtureFile = (path: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, path)));

const SUFFIX = '.expected.json';

/** One choice of files, and what must come of it. */
export interface ImportFixture {
  name: string;
  files: { name: string; bytes: Uint8Array }[];
  expected: Expected;
}

/** Reads all but the one of several steps. */
export const importFixtures: readonly ImportFixture[] = HAS_IMPORT_FIXTURES
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith(SUFFIX) && !name.startsWith('again'))
      .map((file) => {
        const name = file.slice(0, -SUFFIX.length);
        const expected: Expected = JSON.parse(read(file));
        const paths = expected.files?.map((each) => join(name, each)) ?? [name];
        const files = paths.map((path) => ({
          name: path.split('/').at(-1) ?? path,
          bytes: readFixtureFile(path),
        }));
        return { name, files, expected };
      })
  : [];
