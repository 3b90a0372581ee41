import type { Color } from '@/domain/rows/fields';
import type { Day } from '@/lib/time';

/** A child's lane in each night. */
export interface Lane {
  id: string;
  name: string;
}

/** Whoever may have been up. The place in the household decides on the pattern, so that it is the same everywhere. */
export interface RasterPerson {
  id: string;
  name: string;
  color: Color;
  index: number;
}

/** Days of an illness, both included: a band behind their nights. */
export interface IllnessBand {
  id: string;
  from: Day;
  to: Day;
  label: string;
}
