import type { Source } from './files/source';
import type { Importer } from './importer';
import { babyBuddy } from './trackers/babyBuddy';
import { babyConnect } from './trackers/babyConnect';
import { babyTracker } from './trackers/babyTracker';
import { dreamTime } from './trackers/dreamTime';
import { huckleberry } from './trackers/huckleberry';
import { napper } from './trackers/napper';
import { nara } from './trackers/nara';
import { ownTable } from './trackers/ownTable';
import { sofi } from './trackers/sofi';
import { sproutTrack } from './trackers/sproutTrack';
import { tombstone } from './trackers/tombstone';

/** All trackers whose files are known. A table of one's own is the last one to be asked. */
const IMPORTERS: readonly Importer[] = [
  babyBuddy,
  huckleberry,
  sproutTrack,
  nara,
  sofi,
  napper,
  babyConnect,
  babyTracker,
  dreamTime,
  tombstone,
  ownTable,
];

/** Returns what reads a file; null if it is of no tracker that is known. */
export const importerOf = (source: Source): Importer | null =>
  IMPORTERS.find((importer) => importer.recognise(source)) ?? null;
