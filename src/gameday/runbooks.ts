import type { Remedy } from '@/domain/rows/incident';
import type { RowOf } from '@/domain/rows/tables';
import type { Instant } from '@/lib/time';
import type { Random } from './random';
import type { GameDayNames, GameDayStep } from './types';

type Runbook = RowOf<'runbooks'>;
type Step = Runbook['steps'][number];
export type GameDayRunbook = keyof GameDayNames['runbookNames'];

/** A step without its title, which comes from the caller. */
interface StepPlan {
  kind: Step['kind'];
  seconds?: number;
  level?: 1 | 2;
  remedy?: Remedy;
}

const STEPS: Record<GameDayStep, StepPlan> = {
  grace: { kind: 'wait', seconds: 30 },
  wakePrimary: { kind: 'escalate', level: 1, seconds: 120 },
  wakeOther: { kind: 'escalate', level: 2, seconds: 120 },
  look: { kind: 'check' },
  cuddle: { kind: 'remedy', remedy: 'cuddle', seconds: 300 },
  feed: { kind: 'remedy', remedy: 'feed' },
  lieDown: { kind: 'remedy', remedy: 'lie-down', seconds: 600 },
  handOver: { kind: 'escalate', level: 1, seconds: 180 },
  pacifier: { kind: 'remedy', remedy: 'pacifier', seconds: 120 },
  rocking: { kind: 'remedy', remedy: 'rocking', seconds: 600 },
  patience: { kind: 'wait', seconds: 300 },
  keepOtherAsleep: { kind: 'check' },
  firstChild: { kind: 'remedy', remedy: 'cuddle', seconds: 300 },
  secondChild: { kind: 'check' },
};

const RUNBOOKS: Record<GameDayRunbook, readonly GameDayStep[]> = {
  standard: ['grace', 'wakePrimary', 'wakeOther', 'look', 'cuddle', 'feed', 'lieDown'],
  /* The weaning runbook: the other parent gets up, and nobody feeds. */
  degraded: ['grace', 'handOver', 'pacifier', 'cuddle', 'rocking', 'patience'],
  /* Triage: keep the second child asleep first, then help the first one. */
  double: ['keepOtherAsleep', 'wakePrimary', 'wakeOther', 'firstChild', 'secondChild'],
};

/** Returns the rows of the three runbooks, with the titles that the caller gave for their steps. */
export function runbookRows(
  { runbookNames, words }: GameDayNames,
  ids: Random,
  since: Instant,
): Record<GameDayRunbook, Runbook> {
  const step = (name: GameDayStep): Step => {
    const { kind, seconds = null, level = null, remedy = null } = STEPS[name];
    return { id: ids.uuid(), title: words.steps[name], kind, seconds, level, remedy };
  };
  const row = (trigger: GameDayRunbook): Runbook => ({
    id: ids.uuid(),
    updatedAt: since,
    deletedAt: null,
    name: runbookNames[trigger],
    trigger,
    steps: RUNBOOKS[trigger].map(step),
  });
  return { standard: row('standard'), degraded: row('degraded'), double: row('double') };
}
