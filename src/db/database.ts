import { Dexie, type PromiseExtended, type Table, type Transaction } from 'dexie';
import type { RowOf, TableName } from '@/domain/rows/tables';
import type { Day, Instant } from '@/lib/time';
import { declareVersions, SCHEMA_GENERATION } from './schema';
import type { RawTables, StoredIncident } from './storedIncident';

export const DATABASE_NAME = 'infernalops';
/** The log of a GameDay has its own database, so a GameDay can never change the real log. */
export const GAMEDAY_DATABASE_NAME = 'infernalops-gameday';

/** The migrations of an older database. Each one runs in the upgrade transaction of its version. */
export interface Migrations {
  toVersion2: (tx: Transaction) => Promise<void>;
}

/**
 * A problem with the database that another window or a newer app causes. The screen has a message
 * for each.
 */
export type DatabaseTrouble = 'blockedByOtherWindow' | 'newerWindowOpened' | 'newerSchema';

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

  /**
   * True if a newer app wrote this database or is about to migrate it: this app must then not
   * write.
   */
  isReadOnly = false;

  /**
   * True for a GameDay: it shows no badge, and nothing about it is stored outside its own database.
   */
  readonly isGameDay: boolean;

  private migrations: Migrations | null = null;
  /** True once an older version of the database was found. */
  private foundOlderVersion = false;

  /**
   * @param loadMigrations is called only if an older version is found. Without it, opening such a
   *   database fails and the database stays unchanged.
   */
  constructor(
    name: string,
    onTrouble: (trouble: DatabaseTrouble) => void = () => {},
    private readonly loadMigrations?: () => Promise<Migrations>,
  ) {
    // By default Chrome reports a write as done before it is on disk. A parent's phone may die at 3
    // %.
    super(name, { chromeTransactionDurability: 'strict' });
    this.isGameDay = name === GAMEDAY_DATABASE_NAME;
    declareVersions(this, (tx) => {
      this.foundOlderVersion = true;
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
   * Opens an older database in two attempts. The first finds that a migration is needed and is
   * rolled back completely. Then the migrations are loaded, because an upgrade transaction would
   * not wait for them, and the second attempt runs them.
   */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch(async (error) => {
      if (!this.foundOlderVersion || this.migrations || !this.loadMigrations) throw error;
      this.migrations = await this.loadMigrations();
      return super.open();
    });
  }
}
