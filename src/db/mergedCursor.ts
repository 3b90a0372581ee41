import { cmp, type DBCoreCursor, type DBCoreTransaction, Dexie } from 'dexie';

/** A row that a query has found, with its key in the index of that query. */
export interface CursorEntry {
  key: unknown;
  primaryKey: string;
  value: object;
}

/** Sorts as IndexedDB does: by the key in the index, then by the primary key. */
export const compareEntries = (a: CursorEntry, b: CursorEntry): number =>
  cmp(a.key, b.key) || cmp(a.primaryKey, b.primaryKey);

interface MergeOptions {
  /** The rows in memory, in the order in which the cursor goes. */
  changed: CursorEntry[];
  /** Whether a row on disk is replaced or deleted in memory. */
  isReplaced: (primaryKey: string) => boolean;
  isReverse: boolean;
}

/** What the listener of a cursor asked for. */
interface Asked {
  isReached: (entry: CursorEntry) => boolean;
  skip: number;
}

/**
 * Returns a cursor over the rows on disk and the rows in memory, in the order of both. It reads
 * from the disk only as far as it goes, because an index covers ten years.
 *
 * Its state is in variables and not in the object, because Dexie derives other cursors from it.
 */
export function mergeCursors(
  trans: DBCoreTransaction,
  disk: DBCoreCursor | null,
  { changed, isReplaced, isReverse }: MergeOptions,
): DBCoreCursor {
  let current: CursorEntry | null = null;
  let isOnDisk = false;
  let isDiskDone = disk === null;
  let isStopped = false;
  let asked: Asked | null = null;
  let onNext = () => {};
  let finish: (value?: unknown) => void = () => {};
  let fail: (error: Error) => void = () => {};

  const compare = (a: unknown, b: unknown): number => (isReverse ? cmp(b, a) : cmp(a, b));
  const ask = (isReached: Asked['isReached'], skip = 0) => {
    asked = { isReached, skip };
  };

  /** Returns the row that comes first, on disk or in memory. */
  const takeNext = (): CursorEntry | undefined => {
    const onDisk = disk && !isDiskDone ? { key: disk.key, primaryKey: disk.primaryKey, value: disk.value } : undefined;
    const [inMemory] = changed;
    isOnDisk =
      onDisk !== undefined &&
      (inMemory === undefined ||
        (compare(onDisk.key, inMemory.key) || compare(onDisk.primaryKey, inMemory.primaryKey)) < 0);
    return isOnDisk ? onDisk : changed.shift();
  };

  /** Shows the next row to the listener, unless the listener skips it. */
  const showNext = ({ isReached, skip }: Asked) => {
    const next = takeNext();
    current = next ?? null;
    if (next && !isReached(next)) return;
    if (next && skip > 0) return ask(isReached, skip - 1);
    asked = null;
    if (next) onNext();
    else finish();
  };

  /** Goes on until the listener asks no more, or a row on disk has to be read first. */
  const goOn = () => {
    while (asked && !isStopped) {
      const isPassed = disk !== null && !isDiskDone && isReplaced(disk.primaryKey);
      if (!isPassed) showNext(asked);
      // A row on disk that was passed makes room for the next one; this goes on when it is read.
      if (isPassed || (isOnDisk && asked && !isStopped)) {
        disk?.continue();
        return;
      }
    }
  };

  return {
    trans,
    get key() {
      return current?.key;
    },
    get primaryKey() {
      return current?.primaryKey;
    },
    get value() {
      return current?.value;
    },
    get done() {
      return current === null;
    },
    continue: (key) => ask((entry) => key === undefined || compare(entry.key, key) >= 0),
    continuePrimaryKey: (key, primaryKey) =>
      ask((entry) => (compare(entry.key, key) || compare(entry.primaryKey, primaryKey)) >= 0),
    advance: (count) => ask(() => true, count - 1),
    start(listener) {
      onNext = listener;
      ask(() => true);
      return new Dexie.Promise((resolve, reject) => {
        finish = resolve;
        fail = reject;
        const onDiskDone = () => {
          isDiskDone = true;
          goOn();
        };
        if (disk) disk.start(goOn).then(onDiskDone).catch(reject);
        else goOn();
      }) as unknown as Promise<unknown>;
    },
    stop(value) {
      isStopped = true;
      if (!isDiskDone) disk?.stop();
      finish(value);
    },
    next() {
      let isFirst = true;
      return this.start(() => {
        if (isFirst) this.continue();
        else this.stop();
        isFirst = false;
      }).then(() => this);
    },
    fail: (error) => fail(error),
  };
}
