import { useState } from 'react';
import { type AskFailure, useAskPhones } from '@/hooks/useAskPhones';
import { useSyncStatus } from '@/stores/sync';

/** What becomes of the sharing before the log of this phone is erased or replaced. */
export type SharingEnd = 'leave' | 'erase' | 'stay';

interface EndSharing {
  isShared: boolean;
  isBusy: boolean;
  failure: AskFailure | null;
  end: SharingEnd;
  setEnd: (end: SharingEnd) => void;
  /** Ends what is shared, as chosen. False, with a failure, if that could not be done. */
  run: () => Promise<boolean>;
}

/** Asks what becomes of the sharing. Where nothing is shared, there is nothing to ask or to end. */
export function useEndSharing(): EndSharing {
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const [end, setEnd] = useState<SharingEnd>('leave');
  const { ask, isBusy, failure } = useAskPhones();
  const run = async () => {
    if (end === 'stay') return true;
    return (await ask((service) => (end === 'leave' ? service.leave() : service.eraseHousehold()))).ok;
  };
  return { isShared, isBusy, failure, end, setEnd, run };
}
