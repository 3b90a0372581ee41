import { HAS_IMPORT_FIXTURES, LEFT_OUT_IMPORTS } from '../../tests/support/importers/importFixtures';
import { HomeServer } from './homeServer';

/**
 * Says what is left out, and makes an empty store, of which each home server gets a copy: to make
 * one takes seconds. How a server makes its own is tested in tests/server.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (!HAS_IMPORT_FIXTURES) process.stdout.write(`Left out: ${LEFT_OUT_IMPORTS}.\n`);
  const server = new HomeServer();
  await server.start();
  await server.stop();
  process.env.INFERNALOPS_EMPTY_STORE = server.folder;
  return () => server.remove();
}
