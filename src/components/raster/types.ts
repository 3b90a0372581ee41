import type { Color } from '@/domain/rows/fields';
import type { Day } from '@/lib/time';

/** A child's lane, the same in each night. */
export interface Lane {
  id: string;
  name: string;
}

/**
 * A person who may have been up. The index in the household decides on the pattern, so a person has
 * the same pattern on every screen.
 */
export interface RasterPerson {
  id: string;
  name: string;
  color: Color;
  index: number;
}

/** The days of an illness, both included. They are drawn as a band behind their nights. */
export interface IllnessBand {
  id: string;
  from: Day;
  to: Day;
  label: string;
}
