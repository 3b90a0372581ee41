import { MINUTE_MS } from '@/lib/time';
import { item, keyFor, type Section } from './say';

/** What the night cost. Who neither got up nor is on call any more is left out. */
export const impact: Section = ({ metrics, figures, log }, { t, minutes, percent, nameOf }) => {
  const { availability, downtime } = figures;
  if (availability === null || downtime === null) return [item('impact.none', t('postmortem.impact.none'))];
  const { double, mttr, load, fatigue } = metrics;
  const window = minutes((figures.windowEnd - figures.windowStart) / MINUTE_MS);
  const objective = percent(log.household.objectives.availability);
  const people = log.caregivers
    .map(({ id, archived }) => ({
      id,
      archived,
      awake: load.byCaregiver[id]?.awakeMinutes ?? 0,
      count: fatigue.byCaregiver[id]?.interventions ?? 0,
    }))
    .filter(({ archived, awake, count }) => !archived || awake + count > 0);
  return [
    item('impact.downtime', t('postmortem.impact.down', { down: minutes(downtime), window })),
    item('impact.availability', t('postmortem.impact.availability', { value: percent(availability), objective })),
    ...(mttr.median === null
      ? []
      : [item('impact.recovery', t('postmortem.impact.recovery', { median: minutes(mttr.median) }))]),
    ...(double.count === 0
      ? []
      : [
          item(
            'impact.double',
            t('postmortem.impact.double', { count: double.count, minutes: minutes(double.minutes) }),
          ),
        ]),
    ...people.map(({ id, awake, count }) =>
      item(
        keyFor('impact.person', id),
        t('postmortem.impact.person', { name: nameOf(id), minutes: minutes(awake), count }),
      ),
    ),
  ];
};
