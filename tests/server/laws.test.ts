// Before the modules of the database, which look for IndexedDB when they are loaded.
import '../support/setupStorage';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newHouseholdSecret } from '@/sync/crypto/householdKeys';
import { deleteWindows } from '../support/database';
import { expectLaws } from '../support/laws/expectLaws';
import { play } from '../support/laws/play';
import { lawRuns } from '../support/laws/runs';
import { KNOWN_SCENARIOS, type Scenario, scenario } from '../support/laws/scenario';
import { householdOf } from '../support/sharedPhone';
import { type Place, storeKinds } from './support/home';
import { RestartedHome } from './support/restartedHome';

/*
 * The laws of tests/sync/laws.test.ts with the app's own client, over HTTP, on the built home
 * server with each store.
 */

/** `npm run soak` sets SERVER_LAW_RUNS. Without it, LAW_RUNS counts for these laws, too. */
const RUNS = Number(process.env.SERVER_LAW_RUNS ?? process.env.LAW_RUNS ?? 40);
/** A start of the server takes longer than a run. */
const RUNS_WITH_ENDS = Math.ceil(RUNS / 10);
/** Long enough for a busy machine: there a run takes two seconds, and a start of PGlite three. */
const TIMEOUT_MS = 60_000 + RUNS * 6_000;
vi.setConfig({ testTimeout: TIMEOUT_MS });

/** The server is killed at most so many milliseconds after a request, which takes two or three. */
const MAX_MS = 8;

/** An end of the server in the midst of a run. */
interface ServerEnd {
  how: 'stopped' | 'killed';
  /** Before the act of this index; after the last one it counts from the first one again. */
  beforeAct: number;
  afterMs: number;
}
const serverEnd: fc.Arbitrary<ServerEnd> = fc.record({
  how: fc.constantFrom('stopped', 'killed', 'killed'),
  beforeAct: fc.nat(1000),
  afterMs: fc.nat(MAX_MS),
});

describe.each(storeKinds())('whatever several phones tap without hearing each other ($name)', (kind) => {
  let place: Place;
  let home: RestartedHome;

  beforeAll(async () => {
    place = await kind.createPlace();
    home = new RestartedHome(place);
  });
  afterAll(async () => {
    await home.stop();
    await place.remove();
  });

  async function expectLawsAfter(drawn: Scenario, ends: readonly ServerEnd[]): Promise<void> {
    const household = await householdOf(newHouseholdSecret());
    const beforeAct = async (index: number) => {
      for (const { how, afterMs } of ends.filter((end) => end.beforeAct % drawn.acts.length === index)) {
        if (how === 'stopped') await home.stop();
        else home.killInNextRequest(afterMs);
      }
    };
    await expectLaws(await play(drawn, { server: home.serverOf(household.keys), household, beforeAct }));
    // Thousands of runs would fill the memory.
    await deleteWindows();
  }

  it('once all have heard everything, all logs and the server are the same, and no tap is lost or doubled', async () => {
    const property = fc.asyncProperty(scenario, (drawn) => expectLawsAfter(drawn, []));
    await fc.assert(property, {
      ...lawRuns(kind.name, RUNS, TIMEOUT_MS),
      examples: KNOWN_SCENARIOS.map((known) => [known]),
    });
  });

  it('also if the server is stopped or killed in between', async () => {
    const ends = fc.array(serverEnd, { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(scenario, ends, expectLawsAfter),
      lawRuns(`${kind.name} with ends`, RUNS_WITH_ENDS, TIMEOUT_MS),
    );
    const { stopped, killed } = home.ends;
    process.stderr.write(`${kind.name}: stopped ${stopped} times, killed ${killed} times\n`);
    expect(stopped + killed).toBeGreaterThanOrEqual(RUNS_WITH_ENDS);
  });
});
