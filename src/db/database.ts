import { Dexie, type Table } from 'dexie';
import type { RowOf, TableName } from '@/domain/rows/tables';
import { declareVersions, SCHEMA_GENERATION } from './schema';
import type { StoredIncident } from './stored';

export const DATABASE_NAME = 'infernalops';

/** What another window, or a newer app, did to the database. Each has its sentence on the screen. */
export type DatabaseTrouble = 'blockedByOtherWindow' | 'newerWindowOpened' | 'newerSchema';

interface Meta {
  id: 'schema';
  generation: number;
}

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
  closedToWrites = false;

  constructor(name: string, onTrouble: (trouble: DatabaseTrouble) => void = () => {}) {
    // Chrome calls a write done before it is on disk unless told otherwise; a parent's phone dies at 3 %.
    super(name, { chromeTransactionDurability: 'strict' });
    declareVersions(this);

    this.on('populate', (tx) => {
      tx.table<Meta>('meta').add({ id: 'schema', generation: SCHEMA_GENERATION });
    });
    this.on('ready', async (db) => {
      const meta = await (db as InfernalDatabase).meta.get('schema');
      if ((meta?.generation ?? SCHEMA_GENERATION) <= SCHEMA_GENERATION) return;
      this.closedToWrites = true;
      onTrouble('newerSchema');
    });
    this.on('blocked', () => onTrouble('blockedByOtherWindow'));
    this.on('versionchange', () => {
      this.closedToWrites = true;
      this.close();
      onTrouble('newerWindowOpened');
    });
  }
}
