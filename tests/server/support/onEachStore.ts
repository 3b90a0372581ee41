import { afterAll, beforeAll, describe } from 'vitest';
import { type Home, type Place, type StoreKind, startHome, storeKinds } from './home';

/** On a busy machine, PGlite takes more than the ten seconds that a hook has. */
const START_TIMEOUT_MS = 60_000;

/** What the tests of one store use. */
interface Server {
  home: Home;
  place: Place;
  kind: StoreKind;
}

/**
 * Declares the tests once for each store. `server` is filled before the first one runs, and so is
 * what `env` is read from.
 */
export function onEachStore(
  title: string,
  declare: (server: Server) => void,
  env: () => Record<string, string> = () => ({}),
): void {
  for (const kind of storeKinds()) {
    describe(`${title} (${kind.name})`, () => {
      const server = { kind } as Server;
      beforeAll(async () => {
        server.place = await kind.createPlace();
        server.home = await startHome(server.place, env());
      }, START_TIMEOUT_MS);
      afterAll(async () => {
        await server.home?.stop();
        await server.place.remove();
      });
      declare(server);
    });
  }
}
