import { HomeServer } from './homeServer';

/**
 * Makes an empty store, of which each home server gets a copy: to make one takes seconds. How a
 * server makes its own is tested in tests/server.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = new HomeServer();
  await server.start();
  await server.stop();
  process.env.INFERNALOPS_EMPTY_STORE = server.folder;
  return () => server.remove();
}
