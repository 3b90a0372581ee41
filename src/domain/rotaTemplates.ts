import type { Day, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { Rotation } from './rota';
import { reanchorRotation } from './rotaCycle';
import type { Shift } from './rows/household';

export const TEMPLATES = ['nights', 'weeks', 'twoTwoThree', 'always'] as const;
export type Template = (typeof TEMPLATES)[number];

/** A rota as people say it. A rotation is made of it, and it is read off a rotation again: nothing else is stored. */
export interface RotaPlan {
  template: Template;
  /** When the turn began in which a night lies: the night itself, or the first night of its week. */
  anchor: Day;
  /** Caregivers, each once; the first has that turn, or begins it. Each backs up the one before. */
  order: readonly string[];
  /** When the two swap within each night; null if they do not. */
  handoverAt: WallTime | null;
}

const WEEK = 7;

/** After so many nights the next one begins, and the cycle is the same again with one person further on. */
const TURN_NIGHTS: Record<Template, number> = { nights: 1, weeks: WEEK, twoTwoThree: WEEK, always: 1 };

/** Two nights, two nights, three nights: who has the first and the last two is off in between. */
const TWO_TWO_THREE = [0, 0, 1, 1, 2, 2, 2];

/**
 * The rotation of a plan.
 *
 * @example two people, 2-2-3: A A B B A A A, then B B A A B B B
 */
export function rotationOf({ template, anchor, order, handoverAt }: RotaPlan): Rotation {
  const shift = (place: number): Shift => {
    const primary = order[place % order.length] ?? '';
    const secondary = order.length > 1 ? (order[(place + 1) % order.length] ?? null) : null;
    return { primary, secondary, handoverAt: secondary === null ? null : handoverAt };
  };
  return { anchor, slots: places(template, order.length).map(shift) };
}

/** By night of the cycle, the place in the order of the one who has it. */
function places(template: Template, people: number): number[] {
  const turns = Array.from({ length: people }, (_, turn) => turn);
  switch (template) {
    case 'nights':
      return turns;
    case 'weeks':
      return turns.flatMap((turn) => Array.from({ length: WEEK }, () => turn));
    case 'twoTwoThree':
      return turns.flatMap((turn) => TWO_TWO_THREE.map((block) => turn + block));
    case 'always':
      return [0];
  }
}

/** The plan a rotation follows, as it stands in a night; null: it is a cycle of the family's own. */
export function detectPlan(rotation: Rotation, night: Day): RotaPlan | null {
  for (const template of TEMPLATES) {
    for (let nightsAgo = 0; nightsAgo < TURN_NIGHTS[template]; nightsAgo += 1) {
      const plan = readAs(template, reanchorRotation(rotation, addDays(night, -nightsAgo)));
      if (plan) return plan;
    }
  }
  return null;
}

function readAs(template: Template, cycle: Rotation): RotaPlan | null {
  const { anchor, slots } = cycle;
  const [first] = slots;
  if (!first) return null;
  const always = first.secondary === null ? [first.primary] : [first.primary, first.secondary];
  const order = template === 'always' ? always : [...new Set(slots.map(({ primary }) => primary))];
  // Alone, nobody alternates with anybody.
  if (template !== 'always' && order.length < 2) return null;
  const plan: RotaPlan = { template, anchor, order, handoverAt: first.handoverAt };
  return JSON.stringify(rotationOf(plan).slots) === JSON.stringify(slots) ? plan : null;
}
