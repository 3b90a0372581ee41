import type { KeyedLine } from '@/domain/postmortem/lines';
import { causesOf } from './cause';
import { keyFor, type Say, type Section, task } from './say';
import type { NightStory } from './story';

/**
 * What could be done about it, never by whose fault: a rule each for a cause, a page without an answer, too many interventions, two at once,
 * a fix that did not hold, what is still open. Where nothing went wrong, there still is one: it might be a recipe.
 */
export const actions: Section = (story, say) => {
  const { t } = say;
  const { metrics, figures } = story;
  if (!figures.observed) return [task('action.unlogged', t('postmortem.action.unlogged'))];
  const rules = {
    escalation: unanswered(story),
    double: metrics.double.count > 0,
    reopened: metrics.incidents.reopened > 0,
    open: metrics.incidents.open > 0,
  };
  const ruled = (Object.keys(rules) as (keyof typeof rules)[]).filter((rule) => rules[rule]);
  const found = [
    ...causesOf(story).map(({ cause }) => task(`action.${cause}`, t(`postmortem.action.${cause}`))),
    ...ruled.map((rule) => task(`action.${rule}`, t(`postmortem.action.${rule}`))),
    ...overLimit(story, say),
  ];
  return found.length > 0 ? found : [task('action.same', t('postmortem.action.same'))];
};

const unanswered = ({ metrics }: NightStory): boolean =>
  Object.values(metrics.escalations.byCaregiver).some(({ attempts, answered }) => answered < attempts) ||
  Object.values(metrics.fatigue.byCaregiver).some(({ noResponses }) => noResponses > 0);

function overLimit({ metrics, log }: NightStory, { t, nameOf }: Say): KeyedLine[] {
  return log.caregivers.flatMap(({ id, fatigueLimit }) => {
    const fatigue = metrics.fatigue.byCaregiver[id];
    if (!fatigue || fatigue.nightsOverLimit === 0) return [];
    const limit = fatigueLimit ?? log.household.objectives.fatigueLimit;
    const values = { name: nameOf(id), count: fatigue.interventions, limit };
    return [task(keyFor('action.limit', id), t('postmortem.action.limit', values))];
  });
}
