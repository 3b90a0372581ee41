import { inTransaction, type SideFact } from './sideDatabase';

type Write = Parameters<typeof inTransaction>[1];

const write = (body: Write): Promise<unknown> => inTransaction('readwrite', body);

/** Writes what must not be lost: if the storage is full, the reserve makes room for it. */
async function writeForSure(body: Write): Promise<void> {
  try {
    await write(body);
  } catch {
    await write((store) => store('reserve').clear());
    await write(body);
  }
}

/** Adds a pending write. It is on disk when this resolves; rejects if it is not. */
export const addSideWrite = (pending: { id: string }): Promise<void> =>
  writeForSure((store) => store('writes').add(pending));

/** Removes the pending write with this id, if there is one. */
export const removeSideWrite = (id: string): Promise<unknown> =>
  write((store) => {
    const finding = store('writes').index('id').getAllKeys(id);
    finding.onsuccess = () => {
      for (const key of finding.result) store('writes').delete(key);
    };
  });

/** Replaces the fact with the same id. The reserve is not for facts. */
export const putSideFact = (fact: SideFact): Promise<unknown> => write((store) => store('facts').put(fact));

/** Removes a fact. */
export const removeSideFact = (id: string): Promise<unknown> => write((store) => store('facts').delete(id));
