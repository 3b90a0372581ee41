import type { Runbook, RunbookStep } from '@/domain/rows/others';
import type { Instant } from '@/lib/time';

/*
 * The three runbooks with which a household begins. Their ids and the ids of their steps are fixed,
 * so that two phones of one household have the same runbooks, and "reset to the original" finds the
 * right one.
 *
 * The kinds of steps:
 * - `wait` lasts for its `seconds`, or for the household's grace time if it has none;
 * - `escalate` wakes who is on call (level 1) or the backup (level 2), who has `seconds` to answer;
 * - `remedy` is tried, for its `seconds` if it has any;
 * - `check` is done and ticked off.
 *
 * No original leads to the parents' bed: a runbook serves all children of a household on every
 * phone, and paediatricians advise a bed of its own for a child below one year. A household that
 * wants it there adds the step, and it stays among the remedies.
 */

type PlannedStep = Omit<RunbookStep, 'id' | 'title'>;

const wait: PlannedStep = { kind: 'wait', seconds: null, level: null, remedy: null };
const check: PlannedStep = { kind: 'check', seconds: null, level: null, remedy: null };
const ANSWER_SECONDS = 60;
const CUDDLE_SECONDS = 300;
const escalate = (level: 1 | 2): PlannedStep => ({ kind: 'escalate', seconds: ANSWER_SECONDS, level, remedy: null });
const remedy = (tried: NonNullable<PlannedStep['remedy']>, seconds: number | null = null): PlannedStep => ({
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
    look: check,
    cuddle: remedy('cuddle', CUDDLE_SECONDS),
    feed: remedy('feed'),
  },
  // For weaning: the other parent goes, the child stays in its own bed, and there is no feed.
  degraded: {
    grace: wait,
    handOver: escalate(2),
    ownBed: remedy('lie-down'),
    cuddle: remedy('cuddle', CUDDLE_SECONDS),
    noFeed: check,
  },
  // For two children at once: who is on call is already up with the first child, so the backup is
  // woken.
  double: {
    contain: check,
    help: escalate(2),
    diaper: remedy('diaper'),
    sheets: check,
    restore: remedy('cuddle'),
    anHour: check,
  },
} as const satisfies Record<string, Record<string, PlannedStep>>;

export type OriginalId = keyof typeof PLANS;

/** Whether a runbook has the id of an original, changed or not. */
export const isOriginal = (id: string): boolean => Object.hasOwn(PLANS, id);
const ORIGINAL_IDS = Object.keys(PLANS) as OriginalId[];

/** The name of each original, and a title for each of its steps. */
export type OriginalTitles = {
  [R in OriginalId]: { name: string; steps: Record<keyof (typeof PLANS)[R], string> };
};

/** Any change that a household makes to an original is later than this, so it wins every merge. */
const NEVER_WRITTEN = 0 as Instant;

function originalRunbook<R extends OriginalId>(id: R, words: OriginalTitles[R]): Runbook {
  const titles: Record<string, string> = words.steps;
  return {
    id,
    updatedAt: NEVER_WRITTEN,
    deletedAt: null,
    name: words.name,
    trigger: id,
    steps: Object.entries<PlannedStep>(PLANS[id]).map(([step, plan]) => ({
      id: step,
      title: titles[step] ?? '',
      ...plan,
    })),
  };
}

/** Returns the three original runbooks with their names and titles in one language. */
export const originalRunbooks = (words: OriginalTitles): Runbook[] =>
  ORIGINAL_IDS.map((id) => originalRunbook(id, words[id]));
