import { setTimeout as pause } from 'node:timers/promises';
import { createClient, type HouseholdClient } from '@/sync/client/client';
import type { HouseholdKeys } from '@/sync/crypto/householdKeys';
import { type Fault, Killed, SlowWay } from '../../support/faults';
import type { TestServer } from '../../support/sharedPhone';
import { sendOnFaultyWay } from './faultyWay';
import type { Place } from './home';
import { type ServerProcess, startProcess } from './serverProcess';

/** The phones ask here. Which process answers, and on which port, changes. */
const ORIGIN = 'http://home';

/**
 * The built home server on one store, as processes that end in the midst of everything. The next
 * request after an end starts another one.
 */
export class RestartedHome {
  /** How often the server was stopped in order, and how often it was killed. */
  readonly ends = { stopped: 0, killed: 0 };
  #running: Promise<ServerProcess> | null = null;
  #killAfterMs: number | null = null;

  constructor(private readonly place: Place) {}

  /** The server as the phones of one household reach it, with real requests. */
  serverOf({ householdId, token }: HouseholdKeys): TestServer {
    const slowWay = new SlowWay();
    const clientWith = (fault: Fault): HouseholdClient =>
      createClient({
        origin: ORIGIN,
        householdId,
        token,
        fetch: (url, init) => {
          const send = (body: string | null) => this.#send(String(url), { ...init, body });
          return sendOnFaultyWay(send, (init?.body ?? null) as string | null, fault, slowWay);
        },
      });
    return {
      client(nextFault = () => 'none') {
        const call = async <Value>(ask: (client: HouseholdClient) => Promise<Value>): Promise<Value> => {
          const fault = nextFault();
          const reply = await ask(clientWith(fault));
          if (fault === 'killed') throw new Killed();
          return reply;
        };
        return {
          push: (docs) => call((client) => client.push(docs)),
          pull: (since, limit) => call((client) => client.pull(since, limit)),
          versions: () => call((client) => client.versions()),
          createHousehold: (request) => call((client) => client.createHousehold(request)),
          deleteHousehold: () => call((client) => client.deleteHousehold()),
          putInvitation: (id, body) => call((client) => client.putInvitation(id, body)),
          openEvents: (onEvent, signal) => call((client) => client.openEvents(onEvent, signal)),
        };
      },
    };
  }

  /** Ends the server in order. */
  async stop(): Promise<void> {
    const running = await this.#running;
    this.#running = null;
    if (!running) return;
    running.process.kill('SIGTERM');
    await running.exited;
    this.ends.stopped += 1;
  }

  /** Kills the server so many milliseconds after the next request has been sent. */
  killInNextRequest(afterMs: number): void {
    this.#killAfterMs = afterMs;
  }

  async #send(url: string, init: RequestInit): Promise<Response> {
    this.#running ??= startProcess(this.place);
    const running = await this.#running;
    const killAfterMs = this.#killAfterMs;
    this.#killAfterMs = null;
    const answer = fetch(url.replace(ORIGIN, running.url), init);
    if (killAfterMs === null) return answer;
    // The kill comes first, and nobody awaits the answer before it.
    answer.catch(() => {});
    await pause(killAfterMs);
    running.process.kill('SIGKILL');
    await running.exited;
    this.#running = null;
    this.ends.killed += 1;
    return answer;
  }
}
