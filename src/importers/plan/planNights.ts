import { newNightRow } from '@/domain/defaults';
import { type NightHours, nightOf } from '@/domain/night';
import type { Incident } from '@/domain/rows/incident';
import type { NightRow } from '@/domain/rows/others';
import { nextUpdatedAt } from '@/domain/timeline/editTimeline';
import type { NightEnds } from '@/importers/rules/nightEnds';
import type { Instant } from '@/lib/time';
import type { ComparedLog, ImportPlan } from './importPlan';

type NightsPlan = Pick<ImportPlan, 'nightsSet' | 'nightsBroughtBack' | 'nightsLeft' | 'nightsDeleted'>;

interface NightsOptions {
  log: Pick<ComparedLog, 'nights' | 'incidents'>;
  hours: NightHours;
  now: Instant;
  bringsBack: boolean;
}

/** Sets the ends of the nights of which nothing was said. */
export function planNights(
  told: readonly NightEnds[],
  { log: { nights, incidents }, hours, now, bringsBack }: NightsOptions,
): NightsPlan {
  const rows = new Map(nights.map((row) => [row.id, row]));
  const logged = new Set(
    incidents
      .filter(({ deletedAt, timeline }) => deletedAt === null && !timeline.some(isImported))
      .map(({ timeline }) => nightOf(timeline[0]?.at ?? (0 as Instant), hours)),
  );
  const plan: NightsPlan = { nightsSet: [], nightsBroughtBack: [], nightsLeft: [], nightsDeleted: [] };
  for (const ends of told) {
    const row = rows.get(ends.night);
    const isTakenBack = row !== undefined && row.deletedAt !== null && hasEnds(row, ends);
    if (logged.has(ends.night) || (row && isSaid(row))) plan.nightsLeft.push(ends.night);
    else if (isTakenBack && !bringsBack) plan.nightsDeleted.push(ends.night);
    else plan[isTakenBack ? 'nightsBroughtBack' : 'nightsSet'].push(withEnds(row, ends, now));
  }
  return plan;
}

/** Whether somebody has said when a night began or ended, or that all was quiet. */
const isSaid = ({ deletedAt, bedtimeAt, morningAt, quiet }: NightRow): boolean =>
  deletedAt === null && (bedtimeAt !== null || morningAt !== null || quiet);

/** A deleted row with the very ends that the files tell comes of an import that was taken back. */
const hasEnds = (row: NightRow, { bedtimeAt, morningAt }: NightEnds): boolean =>
  row.bedtimeAt === bedtimeAt && row.morningAt === morningAt;

/** A new row is as old as the morning of which it speaks. */
function withEnds(row: NightRow | undefined, { night, bedtimeAt, morningAt }: NightEnds, now: Instant): NightRow {
  if (!row) return { ...newNightRow(night, morningAt), bedtimeAt, morningAt };
  const kept = row.deletedAt === null ? row : newNightRow(night, morningAt);
  // It wins over what it replaces, in every merge.
  const updatedAt = nextUpdatedAt(row, row.deletedAt === null ? morningAt : now);
  return { ...kept, bedtimeAt, morningAt, updatedAt };
}

const isImported = (entry: Incident['timeline'][number]): boolean =>
  entry.kind === 'detected' && entry.via === 'import';
