import type { Incident } from '@/domain/rows/incident';
import type { Instant } from '@/lib/time';
import { broughtBack } from './broughtBack';
import type { ImportPlan } from './importPlan';
import { SpansByDay } from './spansByDay';

/** Sorts the incidents that files tell; none is laid over another one of its child. */
export function planIncidents(
  rows: readonly Incident[],
  { known, now, bringsBack }: { known: readonly Incident[]; now: Instant; bringsBack: boolean },
): ImportPlan['incidents'] {
  const byId = new Map(known.map((incident) => [incident.id, incident]));
  const spans = new SpansByDay();
  for (const incident of known) spans.add(incident);
  const plan: ImportPlan['incidents'] = {
    added: [],
    broughtBack: [],
    alreadyHere: [],
    deletedHere: [],
    overlapping: [],
  };
  for (const row of rows) {
    const here = byId.get(row.id);
    if (here && !isGone(here)) plan.alreadyHere.push(row);
    else if (here && !bringsBack) plan.deletedHere.push(row);
    else {
      const added = here ? broughtBack(here, now) : row;
      if (spans.isOver(added, now)) plan.overlapping.push(row);
      else {
        plan[here ? 'broughtBack' : 'added'].push(added);
        // Two names of the files may be one child here.
        spans.add(added);
      }
    }
  }
  return plan;
}

/** An incident that was joined into another one is in the log. */
const isGone = ({ deletedAt, mergedInto }: Incident): boolean => deletedAt !== null && mergedInto === null;
