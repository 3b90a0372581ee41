import { useEffect, useState } from 'react';
import { hasLogged } from '@/db/queries';
import { matchByHand, type Person, proposeMatches } from '@/domain/phones/proposeMatches';
import { useHousehold } from '@/hooks/useHousehold';
import type { HowToJoin, Invitation, Matches } from '@/sync/service';

export type PersonKind = 'children' | 'caregivers';

export interface OwnLog {
  /** Whether anything was logged on this phone before it joins. */
  isLogged: boolean;
  /** Who was in its log then. */
  people: Record<PersonKind, readonly Person[]>;
  matches: Record<PersonKind, Matches>;
  isBroughtAlong: boolean;
  setBroughtAlong: (isBroughtAlong: boolean) => void;
  match: (kind: PersonKind, ownId: string, otherId: string | null) => void;
  how: HowToJoin;
}

/**
 * What this phone had logged when the form was opened, and what is to become of it. Null while that
 * is read. It stays as it was while the household's rows arrive, also if that has to be tried
 * again.
 */
export function useOwnLog(invitation: Invitation): OwnLog | null {
  const { db, children, caregivers } = useHousehold();
  const [people] = useState({ children, caregivers });
  const [isLogged, setIsLogged] = useState<boolean | null>(null);
  const [isBroughtAlong, setBroughtAlong] = useState(true);
  const [matches, setMatches] = useState(() => ({
    children: proposeMatches(children, invitation.children),
    caregivers: proposeMatches(caregivers, invitation.caregivers),
  }));
  useEffect(() => {
    // A log that cannot be read is treated with care: as one in which something is.
    hasLogged(db).then(setIsLogged, () => setIsLogged(true));
  }, [db]);
  if (isLogged === null) return null;
  return {
    isLogged,
    people,
    matches,
    isBroughtAlong,
    setBroughtAlong,
    match: (kind, ownId, otherId) => setMatches({ ...matches, [kind]: matchByHand(matches[kind], ownId, otherId) }),
    how: howOf(),
  };

  function howOf(): HowToJoin {
    if (!isLogged) return { kind: 'takeOver' };
    return isBroughtAlong ? { kind: 'bringAlong', ...matches } : { kind: 'setAside' };
  }
}
