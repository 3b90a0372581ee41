import type { ImportedRows } from '@/domain/imports/importRecord';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { ImportPlan } from './importPlan';
import type { NamedPeople } from './people';

/** Returns the rows that an import writes. A new child of whom it says nothing is left out. */
export function rowsToWrite(plan: ImportPlan, people: Pick<NamedPeople, 'children' | 'caregivers'>): ImportedRows {
  const incidents = [...plan.incidents.added, ...plan.incidents.broughtBack];
  const observations = [...plan.observations.added, ...plan.observations.broughtBack];
  const childIds = new Set([...incidents, ...observations].map(({ childId }) => childId));
  return {
    children: people.children.filter(({ id }) => childIds.has(id)),
    caregivers: people.caregivers,
    incidents,
    observations,
    nights: [...plan.nightsSet, ...plan.nightsBroughtBack],
  };
}

/** Returns a log with what an import adds to it. */
export function withRows(log: HouseholdLog, rows: ImportedRows): HouseholdLog {
  const merged = { ...log };
  const put = <Table extends keyof ImportedRows>(table: Table) => {
    const written = new Set(rows[table].map(({ id }) => id));
    const kept = (log[table] as readonly { id: string }[]).filter(({ id }) => !written.has(id));
    merged[table] = [...kept, ...rows[table]] as unknown as HouseholdLog[Table];
  };
  for (const table of Object.keys(rows) as (keyof ImportedRows)[]) put(table);
  return merged;
}
