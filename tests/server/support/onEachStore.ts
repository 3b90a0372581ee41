import { afterAll, beforeAll, describe } from 'vitest';
import { type Home, type Place, type StoreKind, startHome, storeKinds } from './home';

/** What the tests of one store use. */
interface Server {
  home: Home;
  place: Place;
  kind: StoreKind;
}

/** Declares the tests once for each store. `server` is filled before the first one runs. */
export function onEachStore(title: string, declare: (server: Server) => void, env: Record<string, string> = {}): void {
  for (const kind of storeKinds()) {
    describe(`${title} (${kind.name})`, () => {
      const server = { kind } as Server;
      beforeAll(async () => {
        server.place = await kind.createPlace();
        server.home = await startHome(server.place, env);
      });
      afterAll(async () => {
        await server.home?.stop();
        await server.place.remove();
      });
      declare(server);
    });
  }
}
