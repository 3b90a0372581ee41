import { useEffect, useState } from 'react';
import { type Persistence, readPersistence, requestPersistence } from '@/pwa/storagePersistence';

/**
 * Returns whether the browser keeps the log when space runs out, and asks it to if it does not;
 * null until it has answered. The browser may ask the user, so this is for the screens of the day.
 */
export function usePersistence(): Persistence | null {
  const [persistence, setPersistence] = useState<Persistence | null>(null);
  useEffect(() => {
    readPersistence()
      .then((state) => (state === 'persisted' ? state : requestPersistence()))
      .then(setPersistence, () => setPersistence('unknown'));
  }, []);
  return persistence;
}
