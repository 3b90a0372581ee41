import type { Random } from '@/gameday/random';
import { type Act, type Child, type Event, otherSide, REMEDIES, type Side, type Tap } from './acts';

const SECOND_MS = 1000;

/** Where the story of one wake-up takes place. */
export interface Scene {
  wakeUp: number;
  child: Child;
  /** The number of a wake-up of the other child, if the story has one. */
  otherWakeUp: number;
  startsAt: number;
  /** The phone of the first tap. */
  side: Side;
  /** Whether both phones hear each other, so that a tap may be made on either. */
  isShared: boolean;
  random: Random;
}

type WithoutNumber<T> = T extends unknown ? Omit<T, 'wakeUp'> : never;

/** Writes the acts of one story, one after the other. */
export class Script {
  readonly acts: Act[] = [];
  at: number;
  side: Side;

  constructor(readonly scene: Scene) {
    this.at = scene.startsAt;
    this.side = scene.side;
  }

  tap(what: WithoutNumber<Tap>, wakeUp = this.scene.wakeUp): this {
    this.acts.push({ at: this.at, side: this.side, what: { ...what, wakeUp } as Tap });
    return this;
  }

  event(event: Event['event'], side: Side): this {
    this.acts.push({ at: this.at, side, what: { event } });
    return this;
  }

  /** Lets seconds pass. Now and then the other phone is taken up, if it knows of the wake-up. */
  wait(min: number, max: number): this {
    const { random, isShared } = this.scene;
    this.at += random.integer(min * 10, max * 10) * (SECOND_MS / 10);
    if (isShared && random.chance(0.3)) this.side = otherSide(this.side);
    return this;
  }

  /** Now and then the last tap was a mistake: it is undone, and made again. */
  maybeUndo(): this {
    const { random } = this.scene;
    const last = this.acts.at(-1);
    if (!last || !random.chance(0.08)) return this;
    this.at += random.integer(3, 8) * SECOND_MS;
    this.tap({ tap: 'undo' });
    this.at += random.integer(4, 9) * SECOND_MS;
    this.acts.push({ ...last, at: this.at });
    return this;
  }

  /** What may be done once somebody is up: a step of the runbook, and some remedies. */
  care(): this {
    const { random } = this.scene;
    if (random.chance(0.4)) this.wait(10, 60).tap({ tap: 'done' });
    const untried = [...REMEDIES];
    for (let left = random.integer(0, 2); left > 0; left -= 1) {
      const [remedy = 'Feed'] = untried.splice(random.integer(0, untried.length - 1), 1);
      this.wait(60, 400).tap({ tap: 'remedy', remedy }).maybeUndo();
    }
    return this;
  }
}
