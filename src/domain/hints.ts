import type { Child, Household } from './rows/household';

/** What a household that has logged its first night may want to set up, each said once. */
const HINTS = ['names', 'rota', 'phone'] as const;
export type Hint = (typeof HINTS)[number];

export interface HintFacts {
  household: Pick<Household, 'rotation'>;
  children: readonly Pick<Child, 'name'>[];
  /** How many can get up. */
  caregiverCount: number;
  /** A child's name until somebody gives it its own. Parents may well stay "Mum" and "Dad". */
  firstName: string;
  /** Whether this phone could share its log with another one and does not. */
  canAddPhone: boolean;
  /** Whether a night was logged that is over. */
  hasLoggedNight: boolean;
  /** The hints that were answered on this device. */
  done: readonly string[];
}

/**
 * Returns the one hint to give now; null if there is none: before the first night is over, and once
 * everything is set up or was answered.
 */
export function hintFor({
  household,
  children,
  caregiverCount,
  firstName,
  canAddPhone,
  hasLoggedNight,
  done,
}: HintFacts): Hint | null {
  if (!hasLoggedNight) return null;
  const isWanted: Record<Hint, boolean> = {
    names: children.some(({ name }) => name === firstName),
    rota: household.rotation === null && caregiverCount > 1,
    phone: canAddPhone && caregiverCount > 1,
  };
  return HINTS.find((hint) => isWanted[hint] && !done.includes(hint)) ?? null;
}
