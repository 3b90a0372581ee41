import { useLocation } from 'wouter';
import { isWithin, nightWindow } from '@/domain/night';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { SECOND_MS } from '@/lib/time';

/**
 * Whether the tabs are put away: on the watch, and on Tonight during an incident at night. The
 * other screens are then reached from the sheet "More".
 */
export function useTabsAway(): boolean {
  const { household, tonight, folded } = useHousehold();
  const [location] = useLocation();
  const now = useNow(15 * SECOND_MS);
  return (
    location === '/watch' ||
    (location === '/' &&
      folded.some(({ state }) => state.isOpen) &&
      isWithin(now, nightWindow(tonight.night, household, tonight.nightRow)))
  );
}
