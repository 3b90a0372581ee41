import type { Child } from '@/domain/rows/household';
import { type FoldedIncident, findJustResolved, type Tonight, tonightOf } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';

export interface TonightView extends Tonight {
  /** The incidents of this night and all open ones, oldest first. */
  foldedIncidents: FoldedIncident[];
  /** The open incidents, the newest last. */
  openIncidents: FoldedIncident[];
  /** The incident whose end is still shown; null while any incident is open. */
  justResolved: FoldedIncident | null;
  nameOf(childId: string): string;
}

/** Returns everything that the night screen shows, computed from the rows and the time. */
export function useTonight(now: Instant): TonightView {
  const { household, tonight, children, folded } = useHousehold();
  const open = folded.filter(({ state }) => state.isOpen).sort((a, b) => a.state.awakeSince - b.state.awakeSince);
  return {
    ...tonightOf(household, tonight.nightRow, folded, now),
    foldedIncidents: folded,
    openIncidents: open,
    justResolved: open.length === 0 ? findJustResolved(folded, now) : null,
    nameOf: (childId) => children.find(({ id }: Child) => id === childId)?.name ?? '?',
  };
}
