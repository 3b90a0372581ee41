import { useLiveQuery } from 'dexie-react-hooks';
import { readNights } from '@/db/logQueries';
import { onCallOf } from '@/domain/rota';
import { comingNight } from '@/domain/rotaCycle';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { type Day, MINUTE_MS } from '@/lib/time';
import { addDays } from '@/lib/zone';

const NIGHTS_SHOWN = 14;

/** Who is on call in one night of the calendar; null when nobody is planned. */
export interface PlannedNight {
  night: Day;
  shift: Shift | null;
  /** The shift by the rotation, without what was arranged for this night alone. */
  rotationShift: Shift | null;
  /** True when a shift was arranged for this night alone. */
  isOverridden: boolean;
}

/**
 * The coming night, and the plan of fourteen nights that begins with it. `nights` is null while the
 * rows are read.
 */
export function useRota(): { comingNight: Day; nights: PlannedNight[] | null } {
  const { db, household, tonight } = useHousehold();
  const first = comingNight(household, tonight.nightRow, useNow(MINUTE_MS));
  const rows = useLiveQuery(
    async () => (await readNights(db, first, addDays(first, NIGHTS_SHOWN - 1), household)).nightRows,
    [db, first, household],
  );
  const nights = Array.from({ length: NIGHTS_SHOWN }, (_, index): PlannedNight => {
    const night = addDays(first, index);
    const row = rows?.find(({ id }) => id === night) ?? null;
    return {
      night,
      shift: onCallOf({ night, row }, household),
      rotationShift: onCallOf({ night, row: null }, household),
      isOverridden: row?.onCall != null,
    };
  });
  return { comingNight: first, nights: rows ? nights : null };
}
