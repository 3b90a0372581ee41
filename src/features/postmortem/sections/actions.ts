import { type Page, pagesIn } from '@/domain/paging/pagesIn';
import type { KeyedLine } from '@/domain/postmortem/lines';
import type { Entry } from '@/domain/rows/incident';
import { replyTo } from '@/metrics/replies';
import { countCauses } from './cause';
import type { PostmortemData } from './postmortemData';
import { lineKey, type Section, type SectionFormat, taskItem } from './sectionFormat';

/**
 * What could be done next time, and never whose fault it was. One rule for each: a cause, a call
 * without an answer, an "I can't", a page for which no phone rang, too many interventions, a double
 * incident, a reopened incident and an open one. When no rule applies, one line says to do the same
 * again.
 */
export const actionsSection: Section = (data, sectionFormat) => {
  const { t } = sectionFormat;
  const { metrics, figures } = data;
  if (!figures.observed) return [taskItem('action.unlogged', t('postmortem.action.unlogged'))];
  const rules = {
    escalation: hasUnansweredCall(data) && hasSilence(data),
    declined: entriesOf(data).some(isDeclined),
    unheard: data.counted.some(({ state }) => pagesIn(state).some(isUnheard)),
    double: metrics.double.count > 0,
    reopened: metrics.incidents.reopened > 0,
    open: metrics.incidents.open > 0 || data.carried.some(({ state }) => state.isOpen),
  };
  const matchedRules = (Object.keys(rules) as (keyof typeof rules)[]).filter((rule) => rules[rule]);
  const countedCauses = countCauses(data).map(({ cause }) => cause);
  const carriedCauses = data.carried.map(({ incident }) => incident.causeId ?? ('unknown' as const));
  const tasks = [
    ...[...new Set([...countedCauses, ...carriedCauses])].map((cause) =>
      taskItem(`action.${cause}`, t(`postmortem.action.${cause}`)),
    ),
    ...matchedRules.map((rule) => taskItem(`action.${rule}`, t(`postmortem.action.${rule}`))),
    ...overLimitTasks(data, sectionFormat),
  ];
  return tasks.length > 0 ? tasks : [taskItem('action.same', t('postmortem.action.same'))];
};

const hasUnansweredCall = ({ metrics }: PostmortemData): boolean =>
  Object.values(metrics.escalations.byCaregiver).some(({ attempts, answered }) => answered < attempts) ||
  Object.values(metrics.fatigue.byCaregiver).some(({ noResponses }) => noResponses > 0);

const isDeclined = (entry: Entry): boolean => entry.kind === 'noResponse' && entry.declined === true;

const entriesOf = ({ counted }: PostmortemData): Entry[] => counted.flatMap(({ state }) => state.entries);

/** Whether a call was followed by nothing that its caregiver said, not even "I can't". */
const hasSilence = ({ counted }: PostmortemData): boolean =>
  counted.some(({ state: { entries, isOpen } }) =>
    entries.some((entry) => {
      if (entry.kind === 'noResponse') return !isDeclined(entry);
      return entry.kind === 'escalated' && !isOpen && replyTo(entries, entry) === null;
    }),
  );

/** Somebody else may be up before a phone can ring, but a step's time is long enough. */
const isUnheard = ({ deliveredAt, answer }: Page): boolean => deliveredAt === null && answer?.kind === 'silent';

function overLimitTasks({ metrics, log }: PostmortemData, { t, nameOf }: SectionFormat): KeyedLine[] {
  return log.caregivers.flatMap(({ id, fatigueLimit }) => {
    const fatigue = metrics.fatigue.byCaregiver[id];
    if (!fatigue || fatigue.nightsOverLimit === 0) return [];
    const limit = fatigueLimit ?? log.household.objectives.fatigueLimit;
    const values = { name: nameOf(id), count: fatigue.interventions, limit };
    return [taskItem(lineKey('action.limit', id), t('postmortem.action.limit', values))];
  });
}
