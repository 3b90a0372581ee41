import { expect } from '@playwright/test';
import { HomeServer } from '../support/homeServer';
import { SIDES, type Side } from './acts';
import { Phone } from './phone';
import { setUpHousehold, share } from './setUp';
import { readSyncState } from './storedLog';
import { PublishedVersions } from './versions';

/** Nothing waits that long but what hangs. */
const IN_STEP_TIMEOUT_MS = 300_000;

/** Two phones that share a household, and its home server. */
export class Household {
  readonly versions = new PublishedVersions();
  #isServerUp = true;

  private constructor(
    readonly server: HomeServer,
    private readonly settings: Record<string, string>,
    readonly phones: Record<Side, Phone>,
  ) {}

  static async create(zone: string, now: number): Promise<Household> {
    // A year in half an hour has more requests a minute than a night.
    const settings = { INFERNALOPS_REQUESTS_PER_MINUTE: '0', INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE: '0' };
    const server = new HomeServer(settings);
    await server.start();
    const [hers, his] = [new Phone('hers', server.url, zone, now), new Phone('his', server.url, zone, now)];
    await Promise.all([hers.start(), his.start()]);
    await setUpHousehold(hers);
    await share(hers, his);
    const household = new Household(server, settings, { hers, his });
    await Promise.all([hers.show('#/'), his.show('#/')]);
    await household.inStep();
    return household;
  }

  /** Moves both phones' clocks; `side` is the phone that is picked up. */
  async setClocks(at: number, side: Side): Promise<void> {
    await Promise.all(SIDES.map((one) => this.phones[one].setClock(at)));
    await this.phones[side].pickUp();
  }

  get canHearEachOther(): boolean {
    return this.#isServerUp && SIDES.every((side) => !this.phones[side].isAway);
  }

  /** Waits until both phones have sent everything, and have heard the same. */
  async inStep(): Promise<void> {
    const { hers, his } = this.phones;
    await expect(async () => {
      const [one, other] = await Promise.all([readSyncState(hers.page), readSyncState(his.page)]);
      expect([one.unsent, other.unsent]).toEqual([0, 0]);
      expect(one.heard).toBe(other.heard);
    }).toPass({ intervals: [20, 40, 80, 150, 250], timeout: IN_STEP_TIMEOUT_MS });
  }

  async killServer(): Promise<void> {
    this.#isServerUp = false;
    await this.server.stop('SIGKILL');
  }

  async startServer(): Promise<void> {
    await this.server.start();
    this.#isServerUp = true;
  }

  /** Serves another version of the build, as after an operator has put up a new image. */
  async publish(): Promise<void> {
    this.settings.INFERNALOPS_APP = await this.versions.write();
    await this.server.stop();
    await this.server.start();
  }

  async remove(): Promise<void> {
    await Promise.all(SIDES.map((side) => this.phones[side].remove()));
    await this.server.remove();
    await this.versions.remove();
  }
}
