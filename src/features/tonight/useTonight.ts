import type { Child } from '@/domain/rows/household';
import { type Folded, justResolved, type Tonight, tonightOf } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import type { Instant } from '@/lib/time';

export interface TonightView extends Tonight {
  /** This night's incidents and everything open, oldest first. */
  folded: Folded[];
  /** Those running now, the newest last. */
  open: Folded[];
  /** The one whose end is still being told; null while anything is open. */
  after: Folded | null;
  nameOf(childId: string): string;
}

/** Everything the night screen shows, computed from the rows and the time. */
export function useTonight(now: Instant): TonightView {
  const { household, tonight, children, folded } = useHousehold();
  const open = folded.filter(({ state }) => state.open).sort((a, b) => a.state.awakeSince - b.state.awakeSince);
  return {
    ...tonightOf(household, tonight.nightRow, folded, now),
    folded,
    open,
    after: open.length === 0 ? justResolved(folded, now) : null,
    nameOf: (childId) => children.find(({ id }: Child) => id === childId)?.name ?? '?',
  };
}
