import { useLiveQuery } from 'dexie-react-hooks';
import { readUsualChores, type UsualChore, uniqueByTitle } from '@/db/choreQueries';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * What most households put off, with its approximate effort. These chores are offered until the
 * household has its own.
 */
const USUAL_EFFORT_MINUTES = {
  laundry: 30,
  sheets: 20,
  dishes: 15,
  bottles: 10,
  tidying: 20,
  hoovering: 25,
  folding: 25,
  bins: 5,
} as const;
const usualNames = Object.keys(USUAL_EFFORT_MINUTES) as (keyof typeof USUAL_EFFORT_MINUTES)[];

/** Four lines of two buttons, all of them within the thumb's reach. */
const MAX_OFFERED = 8;

export interface OfferedChore extends UsualChore {
  /** The effort in words: `30 min`. */
  effort: string;
}

/**
 * Returns the chores to choose from: the household's own first, the latest of them at the top, and
 * then the usual ones.
 */
export function useOfferedChores(): OfferedChore[] {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const formatMinutes = useMinutesText();
  const ownChores = useLiveQuery(() => readUsualChores(db, MAX_OFFERED), [db]);
  // Nothing is offered before the household's chores are read, because a button must not change
  // under the thumb.
  if (!ownChores) return [];
  const usualChores = usualNames.map((name) => ({
    title: t(`chores.usual.${name}`),
    effortMinutes: USUAL_EFFORT_MINUTES[name],
  }));
  return uniqueByTitle([...ownChores, ...usualChores])
    .slice(0, MAX_OFFERED)
    .map((chore) => ({ ...chore, effort: formatMinutes(chore.effortMinutes) }));
}
