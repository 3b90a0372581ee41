import fc from 'fast-check';
import { describe, it, vi } from 'vitest';
import { deleteWindows } from '../support/database';
import { expectLaws } from '../support/laws/expectLaws';
import { play } from '../support/laws/play';
import { lawRuns } from '../support/laws/runs';
import { KNOWN_SCENARIOS, scenario } from '../support/laws/scenario';
import { SimulatedServer } from '../support/simulatedServer';

/*
 * The laws of two truths (decision 0023), with the app's own commands on real IndexedDB semantics:
 * whatever several phones tap without hearing each other, and whatever happens on the way, once
 * everybody has heard everything all logs are the same, and no tap is lost or doubled. Here the
 * server is simulated; tests/server/laws.test.ts plays the same on the real one.
 */

/** `npm run soak` sets LAW_RUNS. */
const RUNS = Number(process.env.LAW_RUNS ?? 200);
/** Long enough for a busy machine: a run takes half a second there. */
const TIMEOUT_MS = 60_000 + RUNS * 2_000;
vi.setConfig({ testTimeout: TIMEOUT_MS });

describe('whatever several phones tap without hearing each other', () => {
  it('once all have heard everything, all logs are the same, and no tap is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (drawn) => {
        await expectLaws(await play(drawn, { server: new SimulatedServer() }));
        // Thousands of runs would fill the memory.
        await deleteWindows();
      }),
      { ...lawRuns('simulated server', RUNS, TIMEOUT_MS), examples: KNOWN_SCENARIOS.map((known) => [known]) },
    );
  });
});
