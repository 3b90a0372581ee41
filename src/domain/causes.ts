import { CAUSES, type Cause, type Incident } from './rows/incident';

/**
 * Returns all causes, those that were given most often in these incidents first. Causes that were
 * given equally often keep the order of `CAUSES`.
 */
export function rankCauses(incidents: readonly Pick<Incident, 'causeId'>[]): Cause[] {
  const countOf = (cause: Cause) => incidents.filter(({ causeId }) => causeId === cause).length;
  return [...CAUSES].sort((a, b) => countOf(b) - countOf(a));
}
