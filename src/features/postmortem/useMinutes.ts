import { useHousehold } from '@/components/household';
import { MINUTE_MS } from '@/lib/time';

/** An effort in whole minutes, as it is said. */
export function useMinutes(): (minutes: number) => string {
  const { format } = useHousehold();
  return (minutes) => format.duration(minutes * MINUTE_MS);
}
