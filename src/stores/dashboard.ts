import { create } from 'zustand';
import type { Day } from '@/lib/time';

/** The length of the dashboard's range in nights; 'custom' is a range from one day to another. */
export type Span = 7 | 28 | 84 | 365 | 'custom';

interface DashboardChoice {
  span: Span;
  /** The last night of the range; null means the latest night. */
  to: Day | null;
  /** The first night of a custom range. */
  from: Day | null;
  /** Null means all children. */
  childId: string | null;
  set(change: Partial<Omit<DashboardChoice, 'set'>>): void;
}

/**
 * The range and the child that the dashboard shows. The choice lasts only until the window is
 * closed, because the next visit is usually about the latest nights.
 */
export const useDashboardChoice = create<DashboardChoice>()((set) => ({
  span: 7,
  to: null,
  from: null,
  childId: null,
  set: (change) => set(change),
}));
