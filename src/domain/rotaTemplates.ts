import type { Day, WallTime } from '@/lib/time';
import { addDays } from '@/lib/zone';
import type { Rotation } from './rota';
import { reanchorRotation } from './rotaCycle';
import type { Shift } from './rows/household';

export const TEMPLATES = ['nights', 'weeks', 'twoTwoThree', 'always'] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * A rota as people describe it. Only the rotation is stored: `rotationOf` makes it from a plan, and
 * `detectPlan` finds the plan of a stored rotation.
 */
export interface RotaPlan {
  template: Template;
  /**
   * The night in which the first one of `order` begins; for a week, the first night of the week.
   */
  anchor: Day;
  /**
   * Ids of the caregivers, each once, in the order in which they are primary. The secondary is the
   * next one in the order.
   */
  order: readonly string[];
  /** The wall time at which the two swap in each night; null if they do not. */
  handoverAt: WallTime | null;
}

const WEEK = 7;

/** After so many nights the same sequence begins again with the next person of the order. */
const TURN_NIGHTS: Record<Template, number> = { nights: 1, weeks: WEEK, twoTwoThree: WEEK, always: 1 };

/**
 * The 2-2-3 week, as offsets in the order: two nights of one person, two of the next one, and three
 * of the person after that. With two people the third one is the first one again.
 */
const TWO_TWO_THREE = [0, 0, 1, 1, 2, 2, 2];

/**
 * Returns the rotation of a plan. With one person there is no secondary and no hand-over.
 *
 * @example two people, 2-2-3: A A B B A A A, then B B A A B B B
 */
export function rotationOf({ template, anchor, order, handoverAt }: RotaPlan): Rotation {
  const shiftFrom = (index: number): Shift => {
    const primary = order[index % order.length] ?? '';
    const secondary = order.length > 1 ? (order[(index + 1) % order.length] ?? null) : null;
    return { primary, secondary, handoverAt: secondary === null ? null : handoverAt };
  };
  return { anchor, slots: primaryIndices(template, order.length).map(shiftFrom) };
}

/**
 * Returns, for each night of the cycle, the index of its primary in the order, modulo its length.
 */
function primaryIndices(template: Template, peopleCount: number): number[] {
  const turns = Array.from({ length: peopleCount }, (_, turn) => turn);
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

/**
 * Returns the plan that a rotation follows in a night, with the anchor at or shortly before that
 * night; null if the rotation fits no template.
 */
export function detectPlan(rotation: Rotation, night: Day): RotaPlan | null {
  for (const template of TEMPLATES) {
    for (let nightsAgo = 0; nightsAgo < TURN_NIGHTS[template]; nightsAgo += 1) {
      const plan = matchTemplate(template, reanchorRotation(rotation, addDays(night, -nightsAgo)));
      if (plan) return plan;
    }
  }
  return null;
}

function matchTemplate(template: Template, cycle: Rotation): RotaPlan | null {
  const { anchor, slots } = cycle;
  const [first] = slots;
  if (!first) return null;
  const always = first.secondary === null ? [first.primary] : [first.primary, first.secondary];
  const order = template === 'always' ? always : [...new Set(slots.map(({ primary }) => primary))];
  // With one person there is nobody to alternate with.
  if (template !== 'always' && order.length < 2) return null;
  const plan: RotaPlan = { template, anchor, order, handoverAt: first.handoverAt };
  return JSON.stringify(rotationOf(plan).slots) === JSON.stringify(slots) ? plan : null;
}
