import { useEffect, useState } from 'react';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useCanShare } from '@/hooks/usePhones';
import { useSyncStatus } from '@/stores/sync';

/**
 * Whether this phone is alone with its log and could share one: only where the address has a home
 * server is another phone worth a word. False until the server has answered.
 *
 * @param isAsked false if nobody wants to know: then no server is asked
 */
export function useCanAddPhone(isAsked: boolean): boolean {
  const { ask } = useAskPhones();
  const canShare = useCanShare();
  const isAlone = useSyncStatus(({ sharing }) => sharing === 'off');
  const [hasServer, setHasServer] = useState(false);
  const isWanted = isAsked && canShare && isAlone;
  useEffect(() => {
    if (isWanted) ask((service) => service.findServer()).then(({ ok }) => setHasServer(ok));
  }, [isWanted, ask]);
  return isWanted && hasServer;
}
