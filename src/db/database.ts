import { Dexie, type PromiseExtended, type Table, type Transaction } from 'dexie';
import type { RowOf, TableName } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { declareVersions, SCHEMA_GENERATION } from './schema';
import type { RawTables, StoredIncident } from './storedIncident';

export const DATABASE_NAME = 'infernalops';
/** A GameDay's log lies in a database of its own: nothing in it can touch the real one. */
export const GAMEDAY_DATABASE_NAME = 'infernalops-gameday';

/** The code that brings an older database up to date, each version's in its own transaction. */
export interface Migrations {
  toVersion2: (tx: Transaction) => Promise<void>;
}

/** What another window, or a newer app, did to the database. Each has its sentence on the screen. */
export type DatabaseTrouble = 'blockedByOtherWindow' | 'newerWindowOpened' | 'newerSchema';

/** How new the app was that wrote this database last. */
export interface SchemaMeta {
  id: 'schema';
  generation: number;
}

/** The log before it was replaced: every row as it lay in its table, readable or not. */
export interface PreviousLog {
  id: 'previous';
  replacedAt: Instant;
  tables: RawTables;
}

/** In a row of its own: every start writes it, and the log it speaks of may be ten years long. */
interface PreviousAge {
  id: 'previousAge';
  /** The log is dropped at the start that finds this at 1. */
  startsLeft: number;
}

/** Written where a rota is made and there was none: on the nights before it, it says nothing that is worth keeping. */
interface RotaSince {
  id: 'rotaSince';
  night: Day;
}

type Meta = SchemaMeta | PreviousLog | PreviousAge | RotaSince;

type Tables = { [T in TableName]: Table<RowOf<T>, string> };

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

  /** Why nothing may be written here: a newer app wrote this database, or is about to. */
  isReadOnly = false;

  /** A GameDay: nothing of it is kept, badged or remembered beside it. */
  readonly isGameDay: boolean;

  private migrations: Migrations | null = null;
  /** An older version lies there. */
  private olderFound = false;

  /**
   * @param loadMigrations asked for only where an older version is found. Without it such a database
   *   cannot be opened, and stays as it is.
   */
  constructor(
    name: string,
    onTrouble: (trouble: DatabaseTrouble) => void = () => {},
    private readonly loadMigrations?: () => Promise<Migrations>,
  ) {
    // Chrome calls a write done before it is on disk unless told otherwise; a parent's phone dies at 3 %.
    super(name, { chromeTransactionDurability: 'strict' });
    this.isGameDay = name === GAMEDAY_DATABASE_NAME;
    declareVersions(this, (tx) => {
      this.olderFound = true;
      if (!this.migrations) throw new Error('the migrations are not loaded');
      return this.migrations.toVersion2(tx);
    });

    this.on('populate', (tx) => {
      tx.table<SchemaMeta>('meta').add({ id: 'schema', generation: SCHEMA_GENERATION });
    });
    this.on('ready', async (db) => {
      const meta = await (db as InfernalDatabase).meta.get('schema');
      const generation = meta?.id === 'schema' ? meta.generation : SCHEMA_GENERATION;
      if (generation <= SCHEMA_GENERATION) return;
      this.isReadOnly = true;
      onTrouble('newerSchema');
    });
    this.on('blocked', () => onTrouble('blockedByOtherWindow'));
    this.on('versionchange', () => {
      this.isReadOnly = true;
      this.close();
      onTrouble('newerWindowOpened');
    });
  }

  /**
   * An older database is opened twice. The first time finds that there is something to migrate and is
   * taken back whole; an upgrade transaction would not wait for the code to be loaded.
   */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch(async (error) => {
      if (!this.olderFound || this.migrations || !this.loadMigrations) throw error;
      this.migrations = await this.loadMigrations();
      return super.open();
    });
  }
}
