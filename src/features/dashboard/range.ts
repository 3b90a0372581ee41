import { DAY_MS, type Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { NightRange } from '@/metrics/nightPlans';
import type { Span } from '@/stores/dashboard';

interface RangeChoice {
  span: Span;
  from: Day | null;
  to: Day | null;
}

const DEFAULT_NIGHTS = 7;

/** More nights than this are drawn week by week: a chart of a year of nights is neither quick nor legible. */
const MAX_NIGHTS_ONE_BY_ONE = 100;

/** The nights that are looked at. `latest` is the last night that has begun; nothing lies after it. */
export function selectedRange({ span, from, to }: RangeChoice, latest: Day): NightRange {
  const last = to !== null && to < latest ? to : latest;
  if (span !== 'custom') return { from: addDays(last, 1 - span), to: last };
  return { from: from !== null && from <= last ? from : addDays(last, 1 - DEFAULT_NIGHTS), to: last };
}

export const nightsIn = ({ from, to }: NightRange): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** As many nights, right before. */
export const previousRange = (range: NightRange): NightRange => ({
  from: addDays(range.from, -nightsIn(range)),
  to: addDays(range.from, -1),
});

/** As many nights, right after; null where they would lie ahead. The last step may be a shorter one. */
export function nextRange(range: NightRange, latest: Day): NightRange | null {
  if (range.to >= latest) return null;
  const to = addDays(range.to, nightsIn(range));
  const last = to < latest ? to : latest;
  return { from: addDays(last, 1 - nightsIn(range)), to: last };
}

export const nightsPerStep = (range: NightRange): number => (nightsIn(range) > MAX_NIGHTS_ONE_BY_ONE ? 7 : 1);
