import { isDay } from '@/domain/rows/fields';
import type { Instant } from '@/lib/time';

/** An instant must name its zone. Without a zone it would be another instant on another machine. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Parses an instant as the options of the command line have it; null if it is none. */
export function parseInstantOption(text: string): Instant | null {
  // The check for a real day is needed because Date.parse reads 30 February as 2 March.
  const at = INSTANT.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  // `NaN >= 0` is false, so a time of day that does not exist is refused here, too.
  return at >= 0 ? (at as Instant) : null;
}
