import { item, keyFor, type Section } from './say';

/** What could have gone worse: the longest quiet, what was over by itself, whom it spared. */
export const lucky: Section = ({ metrics, figures, log, counted }, { t, minutes, nameOf }) => {
  const { longestStretch } = figures;
  if (longestStretch === null) return [item('lucky.unlogged', t('postmortem.lucky.unlogged'))];
  const { falseAlarms, selfSettled } = metrics.incidents;
  const woke = new Set(counted.map(({ incident }) => incident.childId));
  const spared = log.children.filter(
    ({ id, archived }) => !archived && woke.size > 0 && metrics.availability.byChild[id] === 1,
  );
  const withinLimit = Object.values(metrics.fatigue.byCaregiver).every(({ nightsOverLimit }) => nightsOverLimit === 0);
  return [
    item('lucky.longest', t('postmortem.lucky.longest', { longest: minutes(longestStretch) })),
    ...(falseAlarms > 0 ? [item('lucky.falseAlarms', t('postmortem.lucky.falseAlarms', { count: falseAlarms }))] : []),
    ...(selfSettled > 0 ? [item('lucky.alone', t('postmortem.lucky.alone', { count: selfSettled }))] : []),
    ...spared.map(({ id }) => item(keyFor('lucky.slept', id), t('postmortem.lucky.slept', { child: nameOf(id) }))),
    ...(woke.size > 1 && metrics.double.count === 0 ? [item('lucky.apart', t('postmortem.lucky.apart'))] : []),
    ...(counted.length > 0 && withinLimit ? [item('lucky.limit', t('postmortem.lucky.limit'))] : []),
  ];
};
