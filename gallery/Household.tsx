import { type ReactNode, useMemo } from 'react';
import type { People } from '@/db/queries';
import { HouseholdProvider, type HouseholdRows, useHousehold } from '@/hooks/useHousehold';
import { ABSURD_CAREGIVERS, ABSURD_CHILDREN } from './literals';

interface HouseholdProps {
  people?: Partial<People>;
  tonight?: Partial<HouseholdRows['tonight']>;
  children: ReactNode;
}

/** Provides the household of the sample, optionally with other people or another night. */
export function Household({ people, tonight, children }: HouseholdProps) {
  const sample = useHousehold();
  const rows = useMemo(
    (): HouseholdRows => ({
      db: sample.db,
      people: { ...sample.people, ...people },
      tonight: { ...sample.tonight, ...tonight },
    }),
    [sample, people, tonight],
  );
  return <HouseholdProvider rows={rows}>{children}</HouseholdProvider>;
}

const ABSURD_PEOPLE = { children: ABSURD_CHILDREN, caregivers: ABSURD_CAREGIVERS };

/** Provides a household of six children and six caregivers whose names are far too long. */
export const AbsurdHousehold = ({ children }: { children: ReactNode }) => (
  <Household people={ABSURD_PEOPLE}>{children}</Household>
);
