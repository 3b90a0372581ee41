import { type DBCore, type DBCoreMutateRequest, type DBCoreTransaction, Dexie } from 'dexie';
import { TABLE_NAMES, type TableName } from '@/domain/rows/tables';

/*
 * The outbox names the rows that this phone has written and the home server does not have yet. A
 * row is noted in the transaction that writes it, so neither can be on disk without the other.
 *
 * This is a layer below Dexie: it opens every transaction that may write a row over the outbox,
 * too, and notes what is written. No command can write around it or forget it.
 */

/** One above Dexie's own layer for live queries, so that a query of the outbox is live, too. */
const LEVEL = 1;

const SYNCED: ReadonlySet<string> = new Set(TABLE_NAMES);
/** Where the layer reads whether this phone shares its log. */
const SHARING_TABLE = 'meta';
export const SHARING_KEY = 'sharing';

/** A row that is to be sent. A row that is written twice is noted once. */
export interface OutboxNote {
  /** `table/id`. */
  key: string;
}

export const outboxKey = (table: string, id: string): string => `${table}/${id}`;

/**
 * Returns the table and the id of a note. An id may contain any character, a table name may not.
 */
export function rowOfNote({ key }: OutboxNote): { table: TableName; id: string } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash) as TableName, id: key.slice(slash + 1) };
}

/** The transactions in which rows are written that the server has. */
const heard = new WeakSet<object>();

/**
 * What the running transaction writes is not noted by itself: it was heard from the server. The
 * caller notes what differs from that.
 */
export function writesAreHeard(): void {
  const transaction = Dexie.currentTransaction as unknown as { idbtrans: object } | null;
  if (!transaction) throw new Error('outside a transaction');
  heard.add(transaction.idbtrans);
}

/** Makes every write of a row note the row in the outbox, while this phone shares its log. */
export function noteWrites(db: Dexie): void {
  db.use({ stack: 'dbcore', name: 'outbox', level: LEVEL, create: addNotes });
}

function addNotes(core: DBCore): DBCore {
  return {
    ...core,
    transaction(stores, mode, options) {
      const needsOutbox = mode === 'readwrite' && stores.some((store) => SYNCED.has(store));
      return core.transaction(needsOutbox ? [...new Set([...stores, 'outbox', SHARING_TABLE])] : stores, mode, options);
    },
    table(name) {
      const table = core.table(name);
      if (!SYNCED.has(name)) return table;
      return {
        ...table,
        mutate: (request) =>
          core
            .table(SHARING_TABLE)
            .get({ trans: request.trans, key: SHARING_KEY })
            .then((sharing) => {
              if (sharing === undefined || heard.has(request.trans)) return table.mutate(request);
              refuseRemoval(request);
              return table
                .mutate(request)
                .then((response) =>
                  writeNotes(core, request.trans, name, keysOf(request, table.schema.primaryKey.extractKey)).then(
                    () => response,
                  ),
                );
            }),
      };
    },
  };
}

/**
 * A row that is removed cannot be told to the other phones, and would come back from the server.
 * While the log is shared, rows are only ever marked deleted.
 */
function refuseRemoval({ type }: DBCoreMutateRequest): void {
  if (type === 'delete' || type === 'deleteRange') throw new Error('a shared row is marked deleted, never removed');
}

const keysOf = (request: DBCoreMutateRequest, extractKey: ((value: unknown) => string) | null): string[] =>
  'values' in request ? request.values.map((value, index) => request.keys?.[index] ?? extractKey?.(value)) : [];

const writeNotes = (core: DBCore, trans: DBCoreTransaction, table: string, ids: readonly string[]) =>
  core.table('outbox').mutate({
    type: 'put',
    trans,
    values: ids.map((id): OutboxNote => ({ key: outboxKey(table, id) })),
  });
