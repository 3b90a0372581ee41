import { lineKey, listItem, type Section } from './sectionFormat';

/**
 * The section "where we got lucky": the longest sleep, wake-ups that ended by themselves, and
 * children who slept through.
 */
export const luckySection: Section = ({ metrics, figures, log, counted }, { t, formatMinutes, nameOf }) => {
  const { longestStretch } = figures;
  if (longestStretch === null) return [listItem('lucky.unlogged', t('postmortem.lucky.unlogged'))];
  const { falseAlarms, selfSettled } = metrics.incidents;
  const wokenChildIds = new Set(counted.map(({ incident }) => incident.childId));
  const undisturbed = log.children.filter(
    ({ id, archived }) => !archived && wokenChildIds.size > 0 && metrics.availability.byChild[id] === 1,
  );
  const withinLimit = Object.values(metrics.fatigue.byCaregiver).every(({ nightsOverLimit }) => nightsOverLimit === 0);
  return [
    listItem('lucky.longest', t('postmortem.lucky.longest', { longest: formatMinutes(longestStretch) })),
    ...(falseAlarms > 0
      ? [listItem('lucky.falseAlarms', t('postmortem.lucky.falseAlarms', { count: falseAlarms }))]
      : []),
    ...(selfSettled > 0 ? [listItem('lucky.alone', t('postmortem.lucky.alone', { count: selfSettled }))] : []),
    ...undisturbed.map(({ id }) =>
      listItem(lineKey('lucky.slept', id), t('postmortem.lucky.slept', { child: nameOf(id) })),
    ),
    ...(wokenChildIds.size > 1 && metrics.double.count === 0
      ? [listItem('lucky.apart', t('postmortem.lucky.apart'))]
      : []),
    ...(counted.length > 0 && withinLimit ? [listItem('lucky.limit', t('postmortem.lucky.limit'))] : []),
  ];
};
