import { useState } from 'react';
import { type AskFailure, useAskPhones } from '@/hooks/useAskPhones';
import { useSyncStatus } from '@/stores/sync';

/** What becomes of the sharing before the log of this phone is erased or replaced. */
export type SharingEnd = 'leave' | 'erase' | 'stay';

interface SharedAway {
  isShared: boolean;
  isBusy: boolean;
  failure: AskFailure | null;
  end: SharingEnd;
  setEnd: (end: SharingEnd) => void;
  /** Ends the sharing as chosen. False, with a failure, if that could not be done. */
  run: () => Promise<boolean>;
}

/** Asks what becomes of the sharing. Where nothing is shared, there is nothing to ask or to end. */
export function useSharedAway(): SharedAway {
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  const [end, setEnd] = useState<SharingEnd>('leave');
  const { ask, isBusy, failure } = useAskPhones();
  const run = async () => {
    if (!isShared || end === 'stay') return true;
    return (await ask((service) => (end === 'leave' ? service.leave() : service.eraseHousehold()))).ok;
  };
  return { isShared, isBusy, failure, end, setEnd, run };
}
