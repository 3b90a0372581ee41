import { REMEDIES } from '@/domain/rows/incident';
import { listItem, type Section } from './sectionFormat';

/**
 * The section of the remedies: which ones were tried, which ones led to sleep and whether it
 * lasted. The remedy that led to sleep most often is first.
 */
export const workedSection: Section = ({ metrics, figures, carried }, { t, formatMinutes, formatPercent }) => {
  const triedRemedies = REMEDIES.flatMap((remedy) => {
    const remedyFigures = metrics.remedies[remedy];
    return remedyFigures ? [{ remedy, ...remedyFigures }] : [];
  }).sort((a, b) => b.credited - a.credited || b.used - a.used);
  const carriedRemedies = [...new Set(carried.flatMap(({ state }) => state.remedies.map(({ remedy }) => remedy)))];
  const carriedLines =
    carriedRemedies.length === 0
      ? []
      : [
          listItem(
            'worked.carried',
            t('postmortem.worked.carried', {
              remedies: carriedRemedies.map((remedy) => t(`common.remedy.${remedy}`)).join(', '),
            }),
          ),
        ];
  if (triedRemedies.length + carriedLines.length === 0) {
    if (!figures.observed) return [listItem('worked.none', t('postmortem.nothing'))];
    // Of what is still open nobody can say that it worked.
    const isAnyOpen = metrics.incidents.open > 0 || carried.some(({ state }) => state.isOpen);
    return [listItem('worked.none', t(isAnyOpen ? 'postmortem.worked.nothing' : 'postmortem.worked.none'))];
  }
  const triedLines = triedRemedies.map(({ remedy, used, credited, recovery, held }) => {
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
  return [...triedLines, ...carriedLines];
};
