import type { Child } from '@/domain/rows/household';
import { type FoldedIncident, findJustResolved, type Tonight, tonightOf } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';

export interface TonightView extends Tonight {
  /** This night's incidents and everything open, oldest first. */
  foldedIncidents: FoldedIncident[];
  /** Those running now, the newest last. */
  openIncidents: FoldedIncident[];
  /** The one whose end is still being told; null while anything is open. */
  justResolved: FoldedIncident | null;
  nameOf(childId: string): string;
}

/** Everything the night screen shows, computed from the rows and the time. */
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
