import { firstIndex } from '@/importers/rules/firstIndex';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { broughtBack } from './broughtBack';
import type { ObservationRow, Sorted } from './importPlan';

/** The same temperature or medicine logged by hand that near is the same one. */
const SAME_MS = 10 * MINUTE_MS;

/** Sorts the observations that files tell; what was logged by hand is not told again. */
export function planObservations(
  rows: readonly ObservationRow[],
  { known, now, bringsBack }: { known: readonly ObservationRow[]; now: Instant; bringsBack: boolean },
): Sorted<ObservationRow> {
  const byId = new Map(known.map((row) => [row.id, row]));
  const inOrder = known.filter(({ deletedAt }) => deletedAt === null).sort((a, b) => a.at - b.at);
  const plan: Sorted<ObservationRow> = { added: [], broughtBack: [], alreadyHere: [], deletedHere: [] };
  const told = new Set<string>();
  for (const row of rows) {
    // Two rows of a file may say the same with other notes: it was observed once.
    if (told.has(row.id)) continue;
    told.add(row.id);
    const here = byId.get(row.id);
    if (here ? here.deletedAt === null : isLogged(row, inOrder)) plan.alreadyHere.push(row);
    else if (!here) plan.added.push(row);
    else if (bringsBack) plan.broughtBack.push(broughtBack(here, now));
    else plan.deletedHere.push(row);
  }
  return plan;
}

/** Whether the same was observed at about the same time. */
function isLogged(row: ObservationRow, inOrder: readonly ObservationRow[]): boolean {
  const first = firstIndex(inOrder, ({ at }) => at >= row.at - SAME_MS);
  for (let index = first; index < inOrder.length; index += 1) {
    const other = inOrder[index];
    if (!other || other.at > row.at + SAME_MS) return false;
    if (saysTheSame(row, other)) return true;
  }
  return false;
}

function saysTheSame(row: ObservationRow, other: ObservationRow): boolean {
  if (other.childId !== row.childId) return false;
  if (row.kind === 'temperature') return other.kind === 'temperature' && other.celsius === row.celsius;
  return (
    other.kind === 'medicine' &&
    other.name.toLowerCase() === row.name.toLowerCase() &&
    other.amount.replace(/\s/g, '') === row.amount.replace(/\s/g, '')
  );
}
