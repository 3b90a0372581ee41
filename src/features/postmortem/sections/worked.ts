import { REMEDIES } from '@/domain/rows/incident';
import { item, type Section } from './say';

/** What was tried, what went before sleep, and whether the sleep lasted; what worked most often first. */
export const worked: Section = ({ metrics, figures }, { t, minutes, percent }) => {
  const tried = REMEDIES.flatMap((remedy) => {
    const said = metrics.remedies[remedy];
    return said ? [{ remedy, ...said }] : [];
  }).sort((a, b) => b.credited - a.credited || b.used - a.used);
  if (tried.length === 0)
    return [item('worked.none', t(figures.observed ? 'postmortem.worked.none' : 'postmortem.nothing'))];
  return tried.map(({ remedy, used, credited, recovery, held }) => {
    const name = t(`common.remedy.${remedy}`);
    if (held === null || recovery.median === null)
      return item(`worked.${remedy}`, t('postmortem.worked.tried', { remedy: name, count: used }));
    return item(
      `worked.${remedy}`,
      t('postmortem.worked.credited', {
        remedy: name,
        count: credited,
        recovery: minutes(recovery.median),
        held: percent(held),
      }),
    );
  });
};
