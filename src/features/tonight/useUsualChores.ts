import { useLiveQuery } from 'dexie-react-hooks';
import { differentOnes, readUsualChores, type Usual } from '@/db/choreQueries';
import { useHousehold } from '@/hooks/household';
import { useMinutesSaid } from '@/hooks/useMinutesSaid';
import { useWords } from '@/i18n/language';

/** What most households put off, and roughly how long it takes: until this one has chores of its own. */
const USUAL = {
  laundry: 30,
  sheets: 20,
  dishes: 15,
  bottles: 10,
  tidying: 20,
  hoovering: 25,
  folding: 25,
  bins: 5,
} as const;
const usualNames = Object.keys(USUAL) as (keyof typeof USUAL)[];

/** Four rows of two: all of them within the thumb's reach. */
const OFFERED = 8;

export interface OfferedChore extends Usual {
  /** In words: `30 min`. */
  effort: string;
}

/** The chores to choose from: the household's own first, the latest before the others. */
export function useUsualChores(): OfferedChore[] {
  const { t } = useWords();
  const { db } = useHousehold();
  const minutes = useMinutesSaid();
  const own = useLiveQuery(() => readUsualChores(db, OFFERED), [db]);
  // Until they are read nothing is offered: a button must not change under the thumb.
  if (!own) return [];
  const usual = usualNames.map((name) => ({ title: t(`chores.usual.${name}`), effortMinutes: USUAL[name] }));
  return differentOnes([...own, ...usual])
    .slice(0, OFFERED)
    .map((chore) => ({ ...chore, effort: minutes(chore.effortMinutes) }));
}
