import { Dexie, type PromiseExtended, type Table } from 'dexie';
import type { ImportRecord } from '@/domain/imports/importRecord';
import type { Result, StorageFailure } from '@/domain/refusal';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { newId } from '@/lib/ids';
import type { Day, Instant } from '@/lib/time';
import { abortTransactionsWhenLeft } from './leavePage';
import { noteWrites, type OutboxNote } from './outbox';
import type { PendingWrite } from './pending';
import { declareVersions, type Migrations, SCHEMA_GENERATION } from './schema';
import type { RawTables, StoredIncident } from './storedIncident';
import type {
  FormerHousehold,
  KeptPagerWords,
  KnownDocument,
  LaterDocument,
  OwnFigures,
  PhoneRow,
  SentPage,
  Sharing,
  SharingEnded,
  SyncCursor,
  UnloggedPresses,
} from './syncTables';

export const DATABASE_NAME = 'infernalops';
/** The log of a GameDay has its own database, so a GameDay can never change the real log. */
export const GAMEDAY_DATABASE_NAME = 'infernalops-gameday';

/**
 * A problem with the database that another window or a newer app causes. The screen has a message
 * for each.
 */
export type DatabaseTrouble = 'blockedByOtherWindow' | 'newerWindowOpened' | 'newerSchema' | 'deletedElsewhere';

/** The generation of the newest app that has written to this database. */
export interface SchemaMeta {
  id: 'schema';
  generation: number;
}

/** The log before it was replaced: all rows exactly as they were stored, readable or not. */
export interface PreviousLog {
  id: 'previous';
  replacedAt: Instant;
  tables: RawTables;
}

/**
 * How long the replaced log is still kept. It is not a field of `PreviousLog`, because every start
 * writes it and that log may cover ten years.
 */
interface PreviousAge {
  id: 'previousAge';
  /** The start that finds 1 here deletes the log. */
  startsLeft: number;
  /** The same as in `PreviousLog`. An older version of the app did not write it here. */
  replacedAt?: Instant;
}

/**
 * The first night of a rota that was made when there was none. For the nights before it, the rota
 * does not say who was on call.
 */
interface RotaSince {
  id: 'rotaSince';
  night: Day;
}

/** Made with the database. A log with another id is another log (`witness.ts`). */
interface LogId {
  id: 'log';
  logId: string;
}

/** An import that can be taken back. It belongs to this device. */
export interface KeptImport {
  id: `${typeof IMPORT_PREFIX}${string}`;
  importedAt: Instant;
  /** The names of the files. */
  files: string[];
  /** How much it brought. */
  wakeUps: number;
  observations: number;
  nights: number;
}
export const IMPORT_PREFIX = 'import:';

/** What an import wrote. It is apart because it may be large, and only taking it back needs it. */
export type KeptRecord = ImportRecord & { id: `${typeof RECORD_PREFIX}${string}` };
export const RECORD_PREFIX = 'imported:';

type Meta =
  | SchemaMeta
  | KeptImport
  | KeptRecord
  | LogId
  | PreviousLog
  | PreviousAge
  | RotaSince
  | Sharing
  | SharingEnded
  | FormerHousehold
  | SyncCursor
  | OwnFigures
  | KeptPagerWords
  | UnloggedPresses;

type Tables = { [T in TableName]: Table<RowOf<T>, string> };

/**
 * A log that the storage takes no writes for: what is written to it is kept as pending writes and
 * shown, but is only in memory.
 */
export interface Overlay {
  /** Why the storage takes no writes. */
  because: StorageFailure;
  /** The log that the overlay reads from. */
  base: InfernalDatabase;
  /**
   * Keeps a command's write, and then runs the command in memory. Without a write to keep, the
   * command fails as it would without the overlay.
   */
  write<Value>(write: PendingWrite | null, run: () => Promise<Result<Value>>): Promise<Result<Value>>;
}

/** The household's log on this device. Only this room reads or writes its tables. */
export class InfernalDatabase extends Dexie implements Omit<Tables, 'incidents'> {
  declare household: Tables['household'];
  declare children: Tables['children'];
  declare caregivers: Tables['caregivers'];
  declare incidents: Table<StoredIncident, string>;
  declare nights: Tables['nights'];
  declare episodes: Tables['episodes'];
  declare observations: Tables['observations'];
  declare chores: Tables['chores'];
  declare naps: Tables['naps'];
  declare runbooks: Tables['runbooks'];
  declare meta: Table<Meta, string>;
  declare outbox: Table<OutboxNote, string>;
  declare documents: Table<KnownDocument, string>;
  declare later: Table<LaterDocument, string>;
  declare phones: Table<PhoneRow, string>;
  declare pages: Table<SentPage, string>;

  /**
   * True if a newer app wrote this database or is about to migrate it: this app must then not
   * write.
   */
  isReadOnly = false;
  /** With which failure a command answers while the database is read-only. */
  whyReadOnly: StorageFailure = 'newerSchema';

  /**
   * True for a GameDay: it shows no badge, and nothing about it is stored outside its own database.
   */
  readonly isGameDay: boolean;

  /** The id of this log; null until it is opened, or if an app that knew no ids has made it. */
  logId: string | null = null;

  /** Null unless the storage takes no writes and this is an overlay (`overlay.ts`). */
  overlay: Overlay | null = null;

  /** True while an older version is being migrated, which takes seconds on a log of ten years. */
  isMigrating = false;

  private migrations: Migrations | null = null;
  /** True once an older version of the database was found. */
  private foundOlderVersion = false;

  /**
   * @param loadMigrations is called only if an older version is found. Without it, opening such a
   *   database fails and the database stays unchanged.
   * @param factory where the database is; by default the IndexedDB of the page
   */
  constructor(
    name: string,
    readonly onTrouble: (trouble: DatabaseTrouble) => void = () => {},
    private readonly loadMigrations?: () => Promise<Migrations>,
    readonly factory: IDBFactory | null = null,
  ) {
    // By default Chrome reports a write as done before it is on disk. A parent's phone may die at 3
    // %.
    super(name, { chromeTransactionDurability: 'strict', ...(factory && { indexedDB: factory, IDBKeyRange }) });
    this.isGameDay = name === GAMEDAY_DATABASE_NAME;
    noteWrites(this);
    abortTransactionsWhenLeft(this);
    declareVersions(this, (name) => (tx) => {
      this.foundOlderVersion = true;
      if (!this.migrations) throw new Error('the migrations are not loaded');
      return this.migrations[name](tx);
    });

    this.on('populate', (tx) => {
      const meta = tx.table<Meta>('meta');
      meta.add({ id: 'schema', generation: SCHEMA_GENERATION });
      meta.add({ id: 'log', logId: newId() });
    });
    const stopWriting = (failure: StorageFailure & DatabaseTrouble) => {
      this.isReadOnly = true;
      this.whyReadOnly = failure;
      onTrouble(failure);
    };
    this.on(
      'ready',
      async (db) => {
        const [schema, log] = await (db as InfernalDatabase).meta.bulkGet(['schema', 'log']);
        const logId = log?.id === 'log' ? log.logId : null;
        // A connection that was lost is opened again. If the database was deleted meanwhile, that
        // has made a new one, which must not pass for the log.
        if (this.logId !== null && logId !== this.logId) stopWriting('deletedElsewhere');
        else this.logId = logId;
        const generation = schema?.id === 'schema' ? schema.generation : SCHEMA_GENERATION;
        if (generation > SCHEMA_GENERATION) stopWriting('newerSchema');
      },
      true,
    );
    this.on('blocked', () => onTrouble('blockedByOtherWindow'));
    this.on('versionchange', ({ newVersion }) => {
      this.close();
      // The event comes before a newer version opens, and also before the database is deleted.
      if (newVersion === null) return stopWriting('deletedElsewhere');
      this.isReadOnly = true;
      onTrouble('newerWindowOpened');
    });
  }

  /** Closes this connection, which may hang, and returns another one that is not yet open. */
  renew(): InfernalDatabase {
    this.close();
    return new InfernalDatabase(this.name, this.onTrouble, this.loadMigrations, this.factory);
  }

  /**
   * Opens an older database in two attempts. The first finds that a migration is needed and is
   * rolled back completely. Then the migrations are loaded, because an upgrade transaction would
   * not wait for them, and the second attempt runs them.
   */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch(async (error) => {
      if (!this.foundOlderVersion || this.migrations || !this.loadMigrations) throw error;
      this.isMigrating = true;
      this.migrations = await this.loadMigrations();
      return super.open().finally(() => {
        this.isMigrating = false;
      });
    });
  }
}
