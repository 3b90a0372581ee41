import { MINUTE_MS } from '@/lib/time';
import { lineKey, listItem, type Section } from './sectionFormat';

/**
 * The section of the impact on the household. An archived caregiver is listed only if they got up.
 */
export const impactSection: Section = ({ metrics, figures, log }, { t, formatMinutes, formatPercent, nameOf }) => {
  const { availability, downtime } = figures;
  if (availability === null || downtime === null) return [listItem('impact.none', t('postmortem.impact.none'))];
  const { double, mttr, load, fatigue } = metrics;
  const windowText = formatMinutes((figures.windowEnd - figures.windowStart) / MINUTE_MS);
  const objective = formatPercent(log.household.objectives.availability);
  const people = log.caregivers
    .map(({ id, archived }) => ({
      id,
      archived,
      awakeMinutes: load.byCaregiver[id]?.awakeMinutes ?? 0,
      interventions: fatigue.byCaregiver[id]?.interventions ?? 0,
    }))
    .filter(({ archived, awakeMinutes, interventions }) => !archived || awakeMinutes + interventions > 0);
  return [
    listItem('impact.downtime', t('postmortem.impact.down', { down: formatMinutes(downtime), window: windowText })),
    listItem(
      'impact.availability',
      t('postmortem.impact.availability', { value: formatPercent(availability), objective }),
    ),
    ...(mttr.median === null
      ? []
      : [listItem('impact.recovery', t('postmortem.impact.recovery', { median: formatMinutes(mttr.median) }))]),
    ...(double.count === 0
      ? []
      : [
          listItem(
            'impact.double',
            t('postmortem.impact.double', { count: double.count, minutes: formatMinutes(double.minutes) }),
          ),
        ]),
    ...people.map(({ id, awakeMinutes, interventions }) =>
      listItem(
        lineKey('impact.person', id),
        t('postmortem.impact.person', {
          name: nameOf(id),
          minutes: formatMinutes(awakeMinutes),
          count: interventions,
        }),
      ),
    ),
  ];
};
