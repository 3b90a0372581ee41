import type { Instant } from '@/lib/time';
import type { Told, ToldIncident, ToldObservation } from './told';

/*
 * What comes of files, as JSON for scripts: names and ISO times in place of ids and milliseconds.
 */

const iso = (at: Instant): string => new Date(at).toISOString();

/** Returns the counts in the order of their names, without those that are zero. */
const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * @param hasSeveralFiles whether a row that was not understood names its file
 * @param nameOf the name of a child, by what the files were told with
 */
export function formatTold(told: Told, hasSeveralFiles: boolean, nameOf: (child: string) => string) {
  return {
    incidents: told.incidents.map((incident) => formatIncident(incident, nameOf)),
    observations: told.observations.map((observation) => formatObservation(observation, nameOf)),
    nights: told.nights.map(({ night, bedtimeAt, morningAt }) => ({
      night,
      bedtimeAt: iso(bedtimeAt),
      morningAt: iso(morningAt),
    })),
    unlikelyGaps: told.unlikelyGaps.map(({ child, from, to }) => ({
      childName: nameOf(child),
      from: iso(from),
      to: iso(to),
    })),
    used: sorted(told.used),
    notImported: sorted(told.notImported),
    notUnderstood: told.notUnderstood.map(({ file, line, reason }) => ({
      ...(hasSeveralFiles && { file }),
      line,
      reason,
    })),
    duplicates: told.duplicates,
    sleepNotesLeftOut: told.sleepNotesLeftOut,
  };
}

const formatIncident = ({ child, detected, resolved, by, lines }: ToldIncident, nameOf: (child: string) => string) => ({
  childName: nameOf(child),
  detected: iso(detected.at),
  resolved: iso(resolved.at),
  outcome: 'settled',
  causeId: null,
  resolvedBy: by,
  estimated: { detected: detected.estimated, resolved: resolved.estimated },
  remedies: lines.flatMap((line) =>
    line.kind === 'remedy'
      ? [{ at: iso(line.at.at), remedy: line.remedy, by: line.by, estimated: line.at.estimated }]
      : [],
  ),
  notes: lines.flatMap((line) => (line.kind === 'note' ? [{ at: iso(line.at.at), text: line.text }] : [])),
});

function formatObservation(observation: ToldObservation, nameOf: (child: string) => string) {
  const { child, at, kind } = observation;
  const fields = { childName: nameOf(child), at: iso(at), kind };
  if (observation.kind === 'temperature') return { ...fields, celsius: observation.celsius };
  const { name, amount, minHours } = observation;
  return { ...fields, name, amount, minHours };
}
