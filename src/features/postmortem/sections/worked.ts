import { REMEDIES } from '@/domain/rows/incident';
import { listItem, type Section } from './sectionFormat';

/**
 * The section of the remedies: which ones were tried, which ones led to sleep and whether it
 * lasted. The remedy that led to sleep most often is first.
 */
export const workedSection: Section = ({ metrics, figures }, { t, formatMinutes, formatPercent }) => {
  const triedRemedies = REMEDIES.flatMap((remedy) => {
    const remedyFigures = metrics.remedies[remedy];
    return remedyFigures ? [{ remedy, ...remedyFigures }] : [];
  }).sort((a, b) => b.credited - a.credited || b.used - a.used);
  if (triedRemedies.length === 0)
    return [listItem('worked.none', t(figures.observed ? 'postmortem.worked.none' : 'postmortem.nothing'))];
  return triedRemedies.map(({ remedy, used, credited, recovery, held }) => {
    const name = t(`common.remedy.${remedy}`);
    if (held === null || recovery.median === null)
      return listItem(`worked.${remedy}`, t('postmortem.worked.tried', { remedy: name, count: used }));
    return listItem(
      `worked.${remedy}`,
      t('postmortem.worked.credited', {
        remedy: name,
        count: credited,
        recovery: formatMinutes(recovery.median),
        held: formatPercent(held),
      }),
    );
  });
};
