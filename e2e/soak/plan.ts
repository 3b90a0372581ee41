import { createRandom, type Random } from '@/gameday/random';
import { type Act, CHILDREN, SIDES } from './acts';
import type { Calendar } from './calendar';
import { planDay } from './day';
import { Ledger } from './ledger';
import { type Scene, Script } from './script';
import { acrossTheChange, cutInTheMidst, forgotten, STORIES, twoTruths } from './stories';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

export interface PlannedNight {
  /** The day of its evening. */
  night: string;
  /** Those of the night and of the day after it, in the order of their times. */
  acts: Act[];
}

/**
 * Plans a household's nights, each with the day after it. The same seed gives the same plan, and a
 * longer plan begins with the shorter one.
 */
export function* planNights(
  seed: number,
  calendar: Calendar,
  firstNight: string,
  count: number,
): Generator<PlannedNight> {
  // The plan knows its own past, so that it never corrects what is not there.
  const ledger = new Ledger();
  let nextWakeUp = 1;
  for (let index = 0; index < count; index += 1) {
    const night = calendar.addDays(firstNight, index);
    const random = createRandom(seed, 'night', index);
    const plan = new NightPlan(night, calendar, random, nextWakeUp);
    for (const act of plan.acts) ledger.record(act);
    const day = planDay({ night, index, calendar, random, ledger, nextWakeUp: plan.nextWakeUp });
    for (const act of day) ledger.record(act);
    nextWakeUp = plan.nextWakeUp + day.length;
    yield { night, acts: [...plan.acts, ...day] };
  }
}

const WAKE_UPS_OF_NIGHT = [
  [0, 1],
  [1, 3],
  [2, 4],
  [3, 3],
  [4, 1],
] as const;

/** How a wake-up meets the network and the home server. */
const NETWORKS = [
  ['both', 56],
  ['oneAway', 16],
  ['cutInTheMidst', 9],
  ['twoTruths', 9],
  ['serverDown', 4],
  ['serverKilled', 6],
] as const;

/** From "Good night" to "Good morning". */
class NightPlan {
  readonly acts: Act[] = [];

  constructor(
    private readonly night: string,
    private readonly calendar: Calendar,
    private readonly random: Random,
    public nextWakeUp: number,
  ) {
    const morning = calendar.addDays(night, 1);
    let at = calendar.instant(night, '19:35') + random.integer(0, 1200) * SECOND_MS;
    if (random.chance(0.4)) this.#nightTap('goodNight', at);
    at = calendar.instant(night, '20:00');
    const latest = calendar.instant(morning, '05:10');
    const change = calendar.clockChange(at, latest);
    // Nothing else is going on around the change of the clocks but the wake-up across it.
    const isNearChange = (begins: number) => change !== null && Math.abs(begins - change.at) < 90 * MINUTE_MS;
    for (let left = random.weighted(WAKE_UPS_OF_NIGHT); left > 0; left -= 1) {
      at += random.integer(20 * 60_000, 150 * 60_000);
      if (at < latest && !isNearChange(at)) at = this.#wakeUp(at);
    }
    if (change) this.#acrossTheChange(change.at - random.integer(60, 200) * SECOND_MS);
    this.acts.sort((a, b) => a.at - b.at);
    if (!change && at < latest && random.chance(0.06)) this.#forget(at + 20 * MINUTE_MS);
    else this.#morning(Math.max(at, calendar.instant(morning, '06:05')));
  }

  #scene(startsAt: number, isShared: boolean): Scene {
    const { random, nextWakeUp: wakeUp } = this;
    this.nextWakeUp += 2;
    const [child, side] = [random.pick(CHILDREN), random.pick(SIDES)];
    return { wakeUp, otherWakeUp: wakeUp + 1, child, side, startsAt, isShared, random };
  }

  /** Adds a wake-up, and returns when it is over. */
  #wakeUp(startsAt: number): number {
    const { random } = this;
    const network = random.weighted(NETWORKS);
    const script = new Script(this.#scene(startsAt, network === 'both' || network === 'serverKilled'));
    const away = random.pick(SIDES);
    if (network === 'cutInTheMidst') cutInTheMidst(script);
    else if (network === 'twoTruths') twoTruths(script);
    else {
      if (network === 'oneAway') script.event('cut', away);
      if (network === 'serverDown') script.event('killServer', away);
      if (network === 'serverKilled') script.event('restartServer', away);
      random.weighted(STORIES)(script);
      script.wait(30, 60);
      if (network === 'oneAway') script.event('mend', away);
      if (network === 'serverDown') script.event('startServer', away);
    }
    this.acts.push(...(random.chance(0.06) ? withKill(script.acts, random) : script.acts));
    return script.at;
  }

  #acrossTheChange(startsAt: number): void {
    const script = new Script(this.#scene(startsAt, true));
    acrossTheChange(script);
    this.acts.push(...script.acts);
  }

  #forget(startsAt: number): void {
    const script = new Script(this.#scene(startsAt, true));
    forgotten(script);
    this.acts.push(...script.acts);
  }

  #morning(at: number): void {
    const { random, calendar, night } = this;
    const morning = calendar.addDays(night, 1);
    let over = at;
    if (random.chance(0.15)) {
      const script = new Script(this.#scene(at + random.integer(12, 40) * MINUTE_MS, true));
      const { child } = script.scene;
      script.tap({ tap: 'woke', child }).wait(5, 12).tap({ tap: 'goIn' }).wait(60, 300);
      script.tap({ tap: 'upForDay', child });
      this.acts.push(...script.acts);
      over = script.at;
    }
    // For ten minutes the screen shows how the last wake-up ended.
    const rises = Math.max(over + 11 * MINUTE_MS, calendar.instant(morning, '06:30'));
    if (random.chance(0.5)) this.#nightTap('goodMorning', rises + random.integer(0, 1200) * SECOND_MS);
  }

  #nightTap(tap: 'goodNight' | 'goodMorning', at: number): void {
    this.acts.push({ at, side: this.random.pick(SIDES), what: { tap, night: this.night } });
  }
}

/** A browser is killed in the instant in which one of its taps is answered. */
function withKill(acts: readonly Act[], random: Random): Act[] {
  const isTap = (act: Act | undefined) => act !== undefined && 'tap' in act.what;
  const isUndo = (act: Act | undefined) => act !== undefined && 'tap' in act.what && act.what.tap === 'undo';
  // What a killed browser has said can no longer be undone there.
  const killable = acts.flatMap((act, index) => (isTap(act) && !isUndo(acts[index + 1]) ? [index] : []));
  const killed = random.pick(killable);
  return acts.flatMap((act, index) => (index === killed ? [act, { ...act, what: { event: 'kill' } }] : [act]));
}
