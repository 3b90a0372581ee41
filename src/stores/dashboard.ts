import { create } from 'zustand';
import type { Day } from '@/lib/time';

/** How far back the dashboard looks: so many nights, or from one day to another. */
export type Span = 7 | 28 | 84 | 365 | 'custom';

interface DashboardChoice {
  span: Span;
  /** The range's last night; null: the latest there is. */
  to: Day | null;
  /** The first night, where the span is one's own. */
  from: Day | null;
  /** Null: all children. */
  childId: string | null;
  set(change: Partial<Omit<DashboardChoice, 'set'>>): void;
}

/** What the dashboard shows. It lives as long as the window: a week looked at in March is not where one begins in May. */
export const useDashboardChoice = create<DashboardChoice>()((set) => ({
  span: 7,
  to: null,
  from: null,
  childId: null,
  set: (change) => set(change),
}));
