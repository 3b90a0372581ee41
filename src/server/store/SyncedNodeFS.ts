import { fdatasyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What Emscripten answers for a file that cannot be written: EIO of WASI. */
const EIO = 29;

/** The part of Emscripten's Node file system that is used here. */
interface EmscriptenModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } };
}

/**
 * PGlite's folder of real files, with an `fsync` that reaches the disk. Emscripten's own does
 * nothing. PostgreSQL itself then says what has to be on the disk and when: its write-ahead log
 * at each commit, the tables at each checkpoint, and nothing for reads. PGlite's hook `syncToFs`
 * comes after every statement and knows neither, so it is left alone.
 *
 * It takes effect with `fsync` on and `wal_sync_method=fsync`, because Emscripten does not pass
 * `fdatasync` on to a file system.
 */
export class SyncedNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const addSync = (module: unknown) => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = ({ nfd }) => {
        try {
          fdatasyncSync(nfd);
          return 0;
        } catch {
          return EIO;
        }
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}
