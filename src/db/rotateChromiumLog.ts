/*
 * Chromium keeps all of an origin's IndexedDB in one LevelDB. A process that is killed in the middle of a write leaves half a
 * record at the end of its log. The next start reads past it, and goes on writing behind it; the start after that finds the half record in the
 * middle, takes the database for damaged and deletes all of it without a word. (Seen in Chromium 156; e2e/killed.spec.ts
 * does it on purpose.) Deleting any database makes it put what it has read into a table and begin a new log, so the half
 * record goes before anything is written that could be lost with it.
 */

const NAME = 'infernalops-mend';

/**
 * Has Chromium begin a new log. To be called at the start, before the first write; takes a few milliseconds and never fails. Other browsers
 * have nothing to mend.
 */
export function rotateChromiumLog(): Promise<void> {
  if (!/Chrome\//.test(navigator.userAgent)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => resolve();
    try {
      const opening = indexedDB.open(NAME);
      opening.onupgradeneeded = () => opening.result.createObjectStore('nothing');
      opening.onerror = done;
      opening.onsuccess = () => {
        opening.result.close();
        const deleting = indexedDB.deleteDatabase(NAME);
        deleting.onsuccess = deleting.onerror = deleting.onblocked = done;
      };
    } catch {
      // No storage at all: the log itself will say so.
      done();
    }
  });
}
