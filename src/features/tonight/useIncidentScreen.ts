import { useMemo } from 'react';
import { type Question, questionOf, wayOutOf } from '@/domain/question';
import { rankRemedies, remediesInReach } from '@/domain/remedies';
import { type Outcome, REMEDIES, type Remedy } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import { type ActiveRunbook, useActiveRunbook } from './useActiveRunbook';
import { useEarlierIncidents } from './useEarlierIncidents';
import type { TonightView } from './useTonight';

/** What the night screen shows of an open incident, besides its clock. */
export interface IncidentScreen {
  /** The runbook with its current step; null without one. */
  activeRunbook: ActiveRunbook | null;
  question: Question;
  /** How the incident ends with the largest button. */
  wayOut: Outcome;
  /** All remedies, those that worked best for this child first. */
  ranked: readonly Remedy[];
  /** The remedies in reach; null until their order is read. */
  inReach: readonly Remedy[] | null;
}

/**
 * Returns what the screen asks and offers, computed from the timeline, the rota and the time.
 *
 * @param heardAt when somebody last said on this screen that the child is still awake
 */
export function useIncidentScreen(
  view: TonightView,
  shown: FoldedIncident,
  now: Instant,
  heardAt: Instant | null = null,
): IncidentScreen {
  const { household, activeCaregivers, holder, tonight } = useHousehold();
  const activeRunbook = useActiveRunbook(view, shown, now);
  const earlier = useEarlierIncidents(shown);
  const ranked = useMemo(() => earlier && rankRemedies(earlier), [earlier]);
  const runbook = tonight.runbooks.find(({ id }) => id === shown.incident.runbookId);
  const inReach = ranked && remediesInReach(ranked, runbook?.steps ?? []);
  const facts = {
    state: (activeRunbook?.targetIncident ?? shown).state,
    currentStep: activeRunbook?.currentStep ?? null,
    caregivers: activeCaregivers.map(({ id }) => id),
    holderId: holder?.id ?? null,
    heardAt,
    graceSeconds: household.graceSeconds,
    // Beside a second child there is no room for remedies: their steps have answers of their own.
    remedies: view.openIncidents.length > 1 ? [] : (inReach ?? REMEDIES),
  };
  const question = questionOf(facts, now);
  return { activeRunbook, question, wayOut: wayOutOf(question, facts, now), ranked: ranked ?? REMEDIES, inReach };
}
