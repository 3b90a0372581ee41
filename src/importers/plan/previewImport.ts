import { type NightHours, nightOf } from '@/domain/night';
import type { Child } from '@/domain/rows/household';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import type { NotUnderstood } from '@/importers/facts';
import type { Counts, LeftOutKind, Told } from '@/importers/told';
import type { Day, Instant } from '@/lib/time';
import type { ImportPlan } from './importPlan';

/** A stretch of time in a child's night. */
interface ChildSpan {
  /** The id of the child. */
  child: string;
  from: Instant;
  to: Instant;
}

/** A list of which only the first items are shown. */
interface Shown<Item> {
  first: Item[];
  count: number;
}

/** What an import would do, in a few values. */
export interface ImportPreview {
  /** The first and the last night of which the files tell something; null if there is none. */
  nights: { first: Day; last: Day } | null;
  /** The children that the household does not know. */
  newChildren: { id: string; name: string }[];
  /** What would be written. */
  added: { wakeUps: number; remedies: number; temperatures: number; medicines: number; nights: number };
  /** What is here already, or was said here otherwise. */
  alreadyHere: { wakeUps: number; observations: number; nights: number };
  overlapping: Shown<ChildSpan>;
  /** What was imported before, and deleted here. */
  deletedHere: { wakeUps: number; observations: number; nights: number };
  /** Whether it comes back. */
  bringsBack: boolean;
  /** Gaps that are too long to be believed. */
  unlikelyGaps: Shown<ChildSpan>;
  leftOut: Counts<LeftOutKind>;
  duplicates: number;
  sleepNotesLeftOut: number;
  ofOtherChildren: number;
  feedsWithoutSleep: number;
  notUnderstood: Shown<NotUnderstood>;
}

const SHOWN = 100;

const shown = <Item>(list: readonly Item[]): Shown<Item> => ({ first: list.slice(0, SHOWN), count: list.length });

/** Returns what an import would do. */
export function previewImport(
  told: Told,
  plan: ImportPlan,
  { hours, newChildren }: { hours: NightHours; newChildren: readonly Child[] },
): ImportPreview {
  const { incidents, observations } = plan;
  const addedIncidents = [...incidents.added, ...incidents.broughtBack];
  const addedObservations = [...observations.added, ...observations.broughtBack];
  const countOf = (kind: 'temperature' | 'medicine') => addedObservations.filter((row) => row.kind === kind).length;
  return {
    nights: nightsOf(told, hours),
    newChildren: newChildren.map(({ id, name }) => ({ id, name })),
    added: {
      wakeUps: addedIncidents.length,
      remedies: addedIncidents.reduce((sum, { timeline }) => sum + timeline.filter(isRemedy).length, 0),
      temperatures: countOf('temperature'),
      medicines: countOf('medicine'),
      nights: plan.nightsSet.length + plan.nightsBroughtBack.length,
    },
    alreadyHere: {
      wakeUps: incidents.alreadyHere.length,
      observations: observations.alreadyHere.length,
      nights: plan.nightsLeft.length,
    },
    overlapping: shown(
      incidents.overlapping.flatMap(({ childId, timeline }) => {
        const state = foldTimeline(timeline);
        return state?.resolution ? [{ child: childId, from: state.detectedAt, to: state.resolution.at }] : [];
      }),
    ),
    deletedHere: {
      wakeUps: incidents.deletedHere.length + incidents.broughtBack.length,
      observations: observations.deletedHere.length + observations.broughtBack.length,
      nights: plan.nightsDeleted.length + plan.nightsBroughtBack.length,
    },
    bringsBack: plan.bringsBack,
    unlikelyGaps: shown(told.unlikelyGaps),
    leftOut: told.notImported,
    duplicates: told.duplicates,
    sleepNotesLeftOut: told.sleepNotesLeftOut,
    ofOtherChildren: told.ofOtherChildren,
    feedsWithoutSleep: told.feedsWithoutSleep,
    notUnderstood: shown(told.notUnderstood),
  };
}

const isRemedy = ({ kind }: { kind: string }): boolean => kind === 'remedy';

/** Returns the first and the last night of which files tell something. */
function nightsOf({ incidents, observations, nights }: Told, hours: NightHours): ImportPreview['nights'] {
  const instants = [...incidents.map(({ detected }) => detected.at), ...observations.map(({ at }) => at)];
  const days = [...instants.map((at) => nightOf(at, hours)), ...nights.map(({ night }) => night)].sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
}
