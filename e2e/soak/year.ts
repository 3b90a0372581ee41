import { print } from '../support/print';
import { type Act, SIDES } from './acts';
import type { Calendar } from './calendar';
import { checkHousehold } from './check';
import { doEdit } from './edit';
import { doEvent } from './event';
import { Household } from './household';
import { Ledger } from './ledger';
import { planNights } from './plan';
import { formatCounts, formatGrowth, formatMonth } from './report';
import { measure, type Sizes } from './sizes';
import { doTap } from './tap';

interface YearOptions {
  seed: number;
  calendar: Calendar;
  /** The day of the first evening. */
  firstNight: string;
}

/** Plays the plan of a year on two phones, and keeps the ledger beside. */
export class SimulatedYear {
  readonly #ledger = new Ledger();
  readonly #nights: string[] = [];
  readonly #sizes: Sizes[] = [];
  readonly #startedAt = performance.now();

  private constructor(
    private readonly options: YearOptions,
    private readonly household: Household,
  ) {}

  static async begin(options: YearOptions): Promise<SimulatedYear> {
    const { calendar, firstNight } = options;
    return new SimulatedYear(options, await Household.create(calendar.zone, calendar.instant(firstNight, '18:00')));
  }

  /** Plays so many nights. At the end of each month, and of all, everything is checked. */
  async play(count: number): Promise<void> {
    const { seed, calendar, firstNight } = this.options;
    for (const { night, acts } of planNights(seed, calendar, firstNight, count)) {
      for (const [index, act] of acts.entries())
        await this.#do(act).catch(async (error: Error) => {
          const screens = await Promise.all(SIDES.map((side) => this.household.phones[side].words()));
          const place = `seed ${seed}, night ${night}, act ${index}: ${JSON.stringify(act)}`;
          throw new Error([place, ...screens, error.message].join('\n'));
        });
      this.#nights.push(night);
      const isLastOfMonth = calendar.addDays(night, 1).endsWith('-01');
      if (isLastOfMonth || this.#nights.length === count) await this.#check(night);
    }
    print(formatCounts(this.#ledger.counts));
    const [first, last] = [this.#sizes[0], this.#sizes.at(-1)];
    if (first && last && first !== last) for (const line of formatGrowth(first, last)) print(line);
  }

  end(): Promise<void> {
    return this.household.remove();
  }

  async #do(act: Act): Promise<void> {
    const { household } = this;
    const { what, side, at } = act;
    const [ledger, phone] = [this.#ledger, household.phones[side]];
    const isKill = 'event' in what && what.event === 'kill';
    if (!isKill) {
      // Whoever takes up a phone sees what the other one was told.
      if (household.canHearEachOther) await household.inStep();
      await household.setClocks(at, side);
    }
    if ('event' in what) await doEvent(household, ledger, what, side);
    else if ('edit' in what) {
      await phone.show(what.edit === 'tellEnd' ? '#/' : '#/nights');
      await doEdit(phone, what, { calendar: this.options.calendar, find: (wakeUp) => ledger.find(wakeUp) });
      await phone.show('#/');
    } else {
      await phone.show('#/');
      await doTap(phone, what, { calendar: this.options.calendar, at, isDouble: this.#isDouble(act) });
    }
    ledger.record(act);
  }

  /** Whether the screen of the phone shows two children awake. */
  #isDouble({ what }: Act): boolean {
    return 'tap' in what && this.#ledger.openChildren().length > 1;
  }

  async #check(night: string): Promise<void> {
    const { household, options } = this;
    const { calendar } = options;
    const now = calendar.instant(calendar.addDays(night, 1), '13:00');
    await household.inStep();
    await Promise.all(SIDES.map((side) => household.phones[side].show('#/')));
    for (const side of SIDES) await household.setClocks(now, side);
    await household.inStep();
    const log = await checkHousehold(household, this.#ledger, { calendar, nights: this.#nights, now });
    await Promise.all(SIDES.map((side) => household.phones[side].show('#/')));
    const sizes = await measure(household, log);
    this.#sizes.push(sizes);
    print(formatMonth(night, this.#nights.length, sizes, (performance.now() - this.#startedAt) / 1000));
  }
}
