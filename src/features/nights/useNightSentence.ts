import type { Caregiver } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { union } from '@/metrics/intervals';
import type { NightAnalysis } from './useNightAnalysis';
import { useNightFigureText } from './useNightFigureText';

/**
 * Returns a function that says in one sentence a person who was up in a night, and how long: "Mum
 * was up 3 times, 1 h 14; the longest 38 min." It returns an empty text for a night that nobody
 * logged, and for one in which a child was awake from before the night on.
 */
export function useNightSentence() {
  const { t } = useTranslation();
  const { caregivers, format } = useHousehold();
  const { formatMinutes } = useNightFigureText();
  return ({ metrics, figures, raster }: NightAnalysis): string => {
    if (!figures.observed) return '';
    const interventionsOf = ({ id }: Caregiver) => metrics.fatigue.byCaregiver[id]?.interventions ?? 0;
    const sentences = caregivers
      .filter((person) => interventionsOf(person) > 0)
      .sort((a, b) => interventionsOf(b) - interventionsOf(a))
      .map((person) => {
        const count = interventionsOf(person);
        const times = t('nights.up.times', { name: person.name, count });
        const awakeMinutes = metrics.load.byCaregiver[person.id]?.awakeMinutes ?? 0;
        // Of a wake-up that was added later, nobody knows when they got up.
        if (awakeMinutes === 0) return t('nights.up.only', { times });
        const duration = formatMinutes(awakeMinutes);
        const stretches = union(raster.pieces.filter(({ caregiverIds }) => caregiverIds.includes(person.id)));
        if (count === 1 || stretches.length < 2) return t('nights.up.for', { times, duration });
        const longestMs = Math.max(...stretches.map(({ from, to }) => to - from));
        return t('nights.up.longest', { times, duration, longest: format.duration(longestMs) });
      });
    if (sentences.length > 0) return sentences.join(' ');
    if (figures.counted > 0) return t('nights.raster.nobodySaid');
    return figures.downtime === 0 ? t('nights.raster.quiet') : '';
  };
}
