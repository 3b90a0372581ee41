import { useState } from 'react';
import { usePhones } from '@/hooks/usePhones';
import type { Phone } from '@/sync/service';

interface Newcomers {
  /** Whether the phones that were there before are known. */
  isReady: boolean;
  /** The other phones that have joined since this page was opened. */
  newcomers: readonly Phone[];
  /** From now on they are no newcomers any more. */
  greet: () => void;
}

/** Notices the phones that join while the page with a code is open. */
export function useNewcomers(): Newcomers {
  const phones = usePhones();
  const [knownIds, setKnownIds] = useState<ReadonlySet<string> | null>(null);
  const greet = () => setKnownIds(new Set(phones?.map(({ id }) => id)));
  if (phones && !knownIds) greet();
  return {
    isReady: knownIds !== null,
    newcomers: phones?.filter(({ id, isThis }) => !isThis && knownIds && !knownIds.has(id)) ?? [],
    greet,
  };
}
