import type { KeyedLine } from '@/domain/postmortem/lines';
import { countCauses } from './cause';
import type { PostmortemData } from './postmortemData';
import { lineKey, type Section, type SectionFormat, taskItem } from './sectionFormat';

/**
 * What could be done about it, never by whose fault: a rule each for a cause, a page without an answer, too many interventions, two at once,
 * a fix that did not hold, what is still open. Where nothing went wrong, there still is one: it might be a recipe.
 */
export const actionsSection: Section = (story, sectionFormat) => {
  const { t } = sectionFormat;
  const { metrics, figures } = story;
  if (!figures.observed) return [taskItem('action.unlogged', t('postmortem.action.unlogged'))];
  const rules = {
    escalation: hasUnansweredCall(story),
    double: metrics.double.count > 0,
    reopened: metrics.incidents.reopened > 0,
    open: metrics.incidents.open > 0,
  };
  const matchedRules = (Object.keys(rules) as (keyof typeof rules)[]).filter((rule) => rules[rule]);
  const found = [
    ...countCauses(story).map(({ cause }) => taskItem(`action.${cause}`, t(`postmortem.action.${cause}`))),
    ...matchedRules.map((rule) => taskItem(`action.${rule}`, t(`postmortem.action.${rule}`))),
    ...overLimitTasks(story, sectionFormat),
  ];
  return found.length > 0 ? found : [taskItem('action.same', t('postmortem.action.same'))];
};

const hasUnansweredCall = ({ metrics }: PostmortemData): boolean =>
  Object.values(metrics.escalations.byCaregiver).some(({ attempts, answered }) => answered < attempts) ||
  Object.values(metrics.fatigue.byCaregiver).some(({ noResponses }) => noResponses > 0);

function overLimitTasks({ metrics, log }: PostmortemData, { t, nameOf }: SectionFormat): KeyedLine[] {
  return log.caregivers.flatMap(({ id, fatigueLimit }) => {
    const fatigue = metrics.fatigue.byCaregiver[id];
    if (!fatigue || fatigue.nightsOverLimit === 0) return [];
    const limit = fatigueLimit ?? log.household.objectives.fatigueLimit;
    const values = { name: nameOf(id), count: fatigue.interventions, limit };
    return [taskItem(lineKey('action.limit', id), t('postmortem.action.limit', values))];
  });
}
