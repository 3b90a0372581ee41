import { create } from 'zustand';

/*
 * What this phone knows of paging beside the log. The pager writes it, the screens only read it.
 */

/** How far a page of this phone has come: to be sent, taken, or taken by no push service. */
type Sending = 'waiting' | 'sent' | 'failed';

interface PagerStatus {
  /** The ids of the caregivers whose phone can be made to ring now. */
  pageable: readonly string[];
  /** The pages of this phone that are not over, by the id of their `escalated`. */
  sending: Readonly<Record<string, Sending>>;
}

export const NO_PAGER: PagerStatus = { pageable: [], sending: {} };

export const usePagerStatus = create<PagerStatus>(() => NO_PAGER);
export const setPagerStatus = (change: Partial<PagerStatus>): void => usePagerStatus.setState(change);
