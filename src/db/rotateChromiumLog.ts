/*
 * Works around a data loss in Chromium, which keeps all IndexedDB databases of an origin in one
 * LevelDB. If the process is killed during a write, half a record stays at the end of LevelDB's
 * log. The next start skips it and writes after it. The start after that finds it in the middle,
 * takes the database for damaged and silently deletes everything. (Seen in Chromium 156;
 * e2e/killed.spec.ts reproduces it.) Deleting any database makes LevelDB write what it has read
 * into a table and begin a new log. The half record is then gone before anything is written after
 * it. "Log" and "table" are LevelDB's words here: its write-ahead log and its sorted files.
 */

const TEMPORARY_DATABASE = 'infernalops-mend';
/** A browser that does not answer by then is not waited for. */
const MAX_WAIT_MS = 2000;

/**
 * Makes Chromium begin a new log, see above. The app calls this at its start, before the first
 * write. It takes a few milliseconds and never fails. In other browsers it does nothing.
 */
export function rotateChromiumLog(): Promise<void> {
  if (!/Chrome\//.test(navigator.userAgent)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => resolve();
    setTimeout(done, MAX_WAIT_MS);
    try {
      const opening = indexedDB.open(TEMPORARY_DATABASE);
      opening.onupgradeneeded = () => opening.result.createObjectStore('nothing');
      opening.onerror = done;
      opening.onsuccess = () => {
        opening.result.close();
        const deleting = indexedDB.deleteDatabase(TEMPORARY_DATABASE);
        deleting.onsuccess = deleting.onerror = deleting.onblocked = done;
      };
    } catch {
      // There is no storage at all; opening the app's own database reports that.
      done();
    }
  });
}
