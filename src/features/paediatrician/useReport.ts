import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { readReportLog } from '@/db/paediatricianQueries';
import { useHousehold } from '@/hooks/useHousehold';
import type { Instant } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import { computeReport, type Report } from '@/metrics/paediatrician/computeReport';

/**
 * A live query of the report on a child's nights. Null until it is loaded; while another range is
 * loading, the previous report stays.
 */
export function useReport(childId: string, { from, to }: NightRange, now: Instant): Report | null {
  const { db, household } = useHousehold();
  const loaded = useLiveQuery(async () => {
    const log = await readReportLog(db, childId, from, to, household);
    return log && { log, childId, range: { from, to } };
  }, [db, childId, from, to, household]);
  return useMemo(() => loaded && computeReport(loaded.log, loaded.childId, loaded.range, now), [loaded, now]) ?? null;
}
