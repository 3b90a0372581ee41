import { useLiveQuery } from 'dexie-react-hooks';
import { readEpisodes } from '@/db/healthQueries';
import { coversDay } from '@/domain/health/episode';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS, type Day } from '@/lib/time';

interface NightIllness {
  id: string;
  child: string;
  label: string;
  /** Which day of it the night's is: the first one is 1. */
  day: number;
}

/** Who was ill in a night, by the day of its evening. */
export function useIllnessesOfNight(): (night: Day) => NightIllness[] {
  const { t } = useTranslation();
  const { db, children } = useHousehold();
  const episodes = useLiveQuery(() => readEpisodes(db), [db]) ?? [];
  return (night) =>
    episodes
      .filter((episode) => coversDay(episode, night))
      .map(({ id, childId, label, kind, startDay }) => ({
        id,
        child: children.find((one) => one.id === childId)?.name ?? '?',
        label: label || t(`health.kind.${kind}`),
        day: (Date.parse(night) - Date.parse(startDay)) / DAY_MS + 1,
      }));
}
