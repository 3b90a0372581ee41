import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import { readEpisodes } from '@/db/healthQueries';
import { coversDay } from '@/domain/health/episode';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { DAY_MS, type Day } from '@/lib/time';

export interface NightIllness {
  id: string;
  childId: string;
  child: string;
  label: string;
  /** Which day of the illness the night belongs to; the first day is 1. */
  day: number;
}

/** Returns a function that lists the illnesses of a night, by the day of the night's evening. */
export function useIllnessesOfNight(): (night: Day) => NightIllness[] {
  const { t } = useTranslation();
  const { db, children } = useHousehold();
  const episodes = useLiveQuery(() => readEpisodes(db), [db]);
  return useCallback(
    (night) =>
      (episodes ?? [])
        .filter((episode) => coversDay(episode, night))
        .map(({ id, childId, label, kind, startDay }) => ({
          id,
          childId,
          child: children.find((row) => row.id === childId)?.name ?? '?',
          label: label || t(`health.kind.${kind}`),
          day: (Date.parse(night) - Date.parse(startDay)) / DAY_MS + 1,
        })),
    [episodes, children, t],
  );
}
