import type { Fact, Reading, Sourced } from './facts';
import { nightEnds } from './rules/nightEnds';
import { tellChild } from './tellChild';
import { addCounts, type Counts, type LeftOutKind, type TellOptions, type Told, type UsedKind } from './told';
import type { Tracker } from './tracker';

export interface ReadFile {
  tracker: Tracker;
  reading: Reading;
}

/** Tells what comes of files that were chosen together. Their order makes no difference. */
export function tellFiles(files: readonly ReadFile[], options: TellOptions): Told {
  const { facts, duplicates } = withoutDuplicates(files);
  const used: Counts<UsedKind> = {};
  const notImported: Counts<LeftOutKind> = {};
  const byChild = new Map<string, Sourced[]>();
  let ofOtherChildren = 0;
  for (const fact of facts) {
    if (isCounted(fact)) {
      if (fact.kind === 'used') addCounts(used, { [fact.as]: 1 });
      else addCounts(notImported, { [fact.kind]: 1 });
      continue;
    }
    const child = options.childOf(fact.child);
    const others = child === null ? undefined : byChild.get(child);
    if (child === null) ofOtherChildren += 1;
    else if (others) others.push(fact);
    else byChild.set(child, [fact]);
  }
  const children = [...byChild].map(([child, ofChild]) => tellChild(child, ofChild, options));
  for (const child of children) {
    addCounts(used, child.used);
    addCounts(notImported, child.notImported);
  }
  return {
    incidents: children
      .flatMap((child) => child.incidents)
      .sort((a, b) => a.detected.at - b.detected.at || byText(a.child, b.child)),
    observations: children
      .flatMap((child) => child.observations)
      .sort(
        (a, b) => a.at - b.at || byText(a.child, b.child) || byText(a.kind, b.kind) || byText(nameIn(a), nameIn(b)),
      ),
    nights: nightEnds(children.flatMap(({ nights }) => nights)),
    unlikelyGaps: children
      .flatMap((child) => child.unlikelyGaps)
      .sort((a, b) => a.from - b.from || byText(a.child, b.child)),
    used,
    notImported,
    notUnderstood: [
      ...files.flatMap(({ reading }) => reading.notUnderstood),
      ...children.flatMap((child) => child.notUnderstood),
    ].sort((a, b) => byText(a.file, b.file) || a.line - b.line),
    duplicates,
    sleepNotesLeftOut: children.reduce((sum, child) => sum + child.sleepNotesLeftOut, 0),
    ofOtherChildren,
    feedsWithoutSleep: children.reduce((sum, child) => sum + child.feedsWithoutSleep, 0),
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const nameIn = (observation: Told['observations'][number]): string =>
  observation.kind === 'medicine' ? observation.name : '';

const COUNTED = ['pump', 'growth', 'activity', 'mark', 'other', 'used'] as const;
type CountedFact = Extract<Fact, { kind: (typeof COUNTED)[number] }>;
const isCounted = (fact: Sourced): fact is Sourced<CountedFact> => COUNTED.some((kind) => kind === fact.kind);

/**
 * Leaves out the rows that say exactly what another one says, and counts them. The order of the
 * others depends on nothing but what they say.
 */
function withoutDuplicates(files: readonly ReadFile[]): { facts: Sourced[]; duplicates: number } {
  const byContent = new Map<string, Sourced>();
  const again = new Set<string>();
  for (const { tracker, reading } of files)
    for (const fact of reading.facts) {
      const { place, ...content } = fact;
      const key = JSON.stringify([tracker, fact.sourceId === null ? content : [fact.kind, fact.sourceId]]);
      if (byContent.has(key)) again.add(JSON.stringify(place));
      else byContent.set(key, { ...fact, tracker });
    }
  const sorted = [...byContent].sort(([a], [b]) => byText(a, b));
  return { facts: sorted.map(([, fact]) => fact), duplicates: again.size };
}
