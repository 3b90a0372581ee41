import type { Runbook, RunbookStep } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';

/*
 * The three runbooks a household begins with. Their ids and their steps' ids are fixed, so that two phones of one household mean the
 * same runbook, and "reset to the original" knows which one.
 *
 * What a step asks for: `wait` as long as it says, or the household's grace time where it says nothing; `escalate` wakes whoever is on
 * call now (level 1) or whoever backs up (level 2) and gives them so long to answer; `remedy` is tried, so long if it says so; `check` is
 * done and ticked off.
 */

type Plan = Omit<RunbookStep, 'id' | 'title'>;

const wait: Plan = { kind: 'wait', seconds: null, level: null, remedy: null };
const check: Plan = { kind: 'check', seconds: null, level: null, remedy: null };
const ANSWER_SECONDS = 60;
const escalate = (level: 1 | 2): Plan => ({ kind: 'escalate', seconds: ANSWER_SECONDS, level, remedy: null });
const remedy = (tried: NonNullable<Plan['remedy']>, seconds: number | null = null): Plan => ({
  kind: 'remedy',
  seconds,
  level: null,
  remedy: tried,
});

const PLANS = {
  standard: {
    grace: wait,
    wakeOnCall: escalate(1),
    wakeBackup: escalate(2),
    ourBed: remedy('co-sleep'),
    feed: remedy('feed'),
  },
  /* The weaning path: the other parent, in the child's own bed, and no feed. */
  degraded: {
    grace: wait,
    handOver: escalate(2),
    ownBed: remedy('lie-down'),
    cuddle: remedy('cuddle', 300),
    noFeed: check,
  },
  /* Triage. Whoever is on call is up already, with the first child: it is the backup who is wanted. */
  double: {
    contain: check,
    help: escalate(2),
    diaper: remedy('diaper'),
    sheets: check,
    restore: remedy('cuddle'),
    anHour: check,
  },
} as const satisfies Record<string, Record<string, Plan>>;

export type OriginalId = keyof typeof PLANS;
const ORIGINAL_IDS = Object.keys(PLANS) as OriginalId[];

/** The name of each original, and a title for each of its steps. */
export type OriginalTitles = {
  [R in OriginalId]: { name: string; steps: Record<keyof (typeof PLANS)[R], string> };
};

/** Nobody has written an original yet: whatever a household makes of one, on whichever phone and however early, is later. */
const NEVER_WRITTEN = 0 as Instant;

function originalRunbook<R extends OriginalId>(id: R, words: OriginalTitles[R]): Runbook {
  const titles: Record<string, string> = words.steps;
  return {
    id,
    updatedAt: NEVER_WRITTEN,
    deletedAt: null,
    name: words.name,
    trigger: id,
    steps: Object.entries<Plan>(PLANS[id]).map(([step, plan]) => ({ id: step, title: titles[step] ?? '', ...plan })),
  };
}

export const originalRunbooks = (words: OriginalTitles): Runbook[] =>
  ORIGINAL_IDS.map((id) => originalRunbook(id, words[id]));
