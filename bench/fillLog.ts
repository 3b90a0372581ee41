/**
 * Runs in the page. Writes settled incidents, spread evenly over the last `days`, each with the
 * entries of an ordinary wake-up.
 */
export async function fillLog({ incidents, days }: { incidents: number; days: number }): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('infernalops');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const children = await new Promise<{ id: string }[]>((resolve) => {
    const all = database.transaction('children').objectStore('children').getAll();
    all.onsuccess = () => resolve(all.result);
  });
  const transaction = database.transaction('incidents', 'readwrite');
  const now = Date.now() - 3_600_000;
  const step = (days * 86_400_000) / incidents;
  for (let index = 0; index < incidents; index += 1) {
    const at = Math.floor(now - (incidents - index) * step);
    const entry = (offsetMs: number, more: object) => ({
      id: `${index}-${offsetMs}`,
      at: at + offsetMs,
      estimated: false,
      updatedAt: at,
      deletedAt: null,
      ...more,
    });
    transaction.objectStore('incidents').put({
      id: `incident-${index}`,
      updatedAt: at,
      deletedAt: null,
      childId: children[0]?.id ?? '',
      causeId: 'hunger',
      runbookId: null,
      note: '',
      forReport: false,
      timeline: [
        entry(0, { kind: 'detected', by: null, via: 'tap' }),
        entry(60_000, { kind: 'remedy', by: null, remedy: 'feed' }),
        entry(240_000, { kind: 'remedy', by: null, remedy: 'cuddle' }),
        entry(600_000, { kind: 'resolved', by: null, outcome: 'settled' }),
      ],
      detectedAt: at,
      resolvedAt: at + 600_000,
    });
  }
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}
