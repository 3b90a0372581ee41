import { inTransaction } from './sideDatabase';

/** Room for a night of pending writes, which have about 400 bytes each. */
const RESERVE_BYTES = 256 * 1024;
/** `crypto.getRandomValues` gives at most this much at a time. */
const RANDOM_BYTES = 65_536;

/**
 * Fills the reserve of the side database, if it is empty. Without room for it, it stays empty.
 */
export async function fillReserve(): Promise<void> {
  // Random bytes, because the browser compresses what it stores.
  const bytes = new Uint8Array(RESERVE_BYTES);
  for (let start = 0; start < RESERVE_BYTES; start += RANDOM_BYTES)
    crypto.getRandomValues(bytes.subarray(start, start + RANDOM_BYTES));
  await inTransaction('readwrite', (store) => {
    const counting = store('reserve').count();
    counting.onsuccess = () => {
      if (counting.result === 0) store('reserve').put(bytes, 'bytes');
    };
  }).catch(() => {});
}
