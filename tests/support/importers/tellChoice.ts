import { readFiles } from '@/importers/readFiles';
import { tellFiles } from '@/importers/tellFiles';
import type { Told } from '@/importers/told';
import type { Tracker } from '@/importers/tracker';
import type { DateOrder } from '@/importers/values/sourceTime';
import type { Instant, WallTime } from '@/lib/time';

/** A household, and what a person answers where the files do not say it. */
export interface Choice {
  household: { timeZone: string; nightStart: WallTime; nightEnd: WallTime };
  now: string;
  answers: { child?: string; children?: Record<string, string>; order?: DateOrder };
}

/** Tells what comes of files that are chosen together. */
export function tellChoice(
  chosen: readonly { name: string; bytes: Uint8Array }[],
  { household, now, answers }: Choice,
): { trackers: Tracker[]; told: Told } {
  const read = readFiles(chosen, { order: answers.order ?? null });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const { files } = read.value;
  const named = new Map(files.flatMap(({ reading }) => reading.children.map(({ key, name }) => [key, name] as const)));
  const told = tellFiles(files, {
    hours: household,
    timeZone: household.timeZone,
    now: Date.parse(now) as Instant,
    childOf: (child) =>
      child === null ? (answers.child ?? null) : (answers.children?.[child] ?? named.get(child) ?? child),
  });
  return { trackers: [...new Set(files.map(({ tracker }) => tracker))], told };
}
