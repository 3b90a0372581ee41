import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, processEnv, startHome, storeKinds } from './support/home';
import { newDoc, Phone } from './support/phone';
import { failedStart, type ServerProcess, startProcess } from './support/serverProcess';

const places: Place[] = [];
const started: ServerProcess[] = [];

const [pglite] = storeKinds();

async function newPlace(kind = pglite): Promise<Place> {
  if (!kind) throw new Error('PGlite is always there.');
  const place = await kind.createPlace();
  places.push(place);
  return place;
}

async function start(place: Place, env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startProcess(place, env);
  started.push(server);
  return server;
}

afterEach(async () => {
  for (const { process, exited } of started.splice(0)) {
    process.kill('SIGKILL');
    await exited;
  }
  for (const place of places.splice(0)) await place.remove();
});

describe.each(storeKinds())('the built server ($name)', (kind) => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s, although a stream is open', async (signal) => {
    const place = await newPlace(kind);
    const server = await start(place);
    const phone = await new Phone(server.url).create();
    const stream = await phone.openStream();
    await phone.push([newDoc()]);
    await stream.untilHead(1);

    server.process.kill(signal);

    await stream.untilEnd();
    expect(await server.exited).toBe(0);
    expect(server.lines.map(({ event }) => event)).toEqual(['started', 'householdCreated', 'stopping', 'stopped']);
    const again = await start(place);
    expect((await phone.partner(again.url).pull()).head).toBe(1);
  });
});

describe('four processes on a new PostgreSQL', () => {
  const postgres = storeKinds()[1];

  it.runIf(postgres)('all start, and make the tables once', async () => {
    const place = await newPlace(postgres);
    const servers = await Promise.all(Array.from({ length: 4 }, () => start(place)));
    const phone = await new Phone(servers[0]?.url ?? '').create();
    for (const { url } of servers) expect((await phone.partner(url).push([newDoc()])).conflicts).toEqual([]);
    expect((await phone.pull()).head).toBe(4);
  });
});

describe('the folder of the embedded store', () => {
  const folderOf = ({ env }: Place) => env.INFERNALOPS_DATA ?? '';

  it('is used by one process only', async () => {
    const place = await newPlace();
    const first = await start(place);
    const { status, sentence } = await failedStart(processEnv(place));
    expect({ status, sentence }).toEqual({
      status: 1,
      sentence: `home server: Process ${first.process.pid} uses ${folderOf(place)}. Only one server can.\n`,
    });
  });

  it('is taken over from a process that was killed', async () => {
    const place = await newPlace();
    const first = await start(place);
    const phone = await new Phone(first.url).create();
    first.process.kill('SIGKILL');
    await first.exited;
    expect(existsSync(join(folderOf(place), 'lock'))).toBe(true);

    const second = await start(place);

    expect((await phone.partner(second.url).pull()).head).toBe(0);
  });

  it.each(['', 'nonsense', '999999999 5', `${process.pid} 1`])(
    'is taken over from a lock that says “%s”',
    async (lock) => {
      const place = await newPlace();
      writeFileSync(join(folderOf(place), 'lock'), lock);
      const home = await startHome(place);
      await home.stop();
      expect(existsSync(join(folderOf(place), 'lock'))).toBe(false);
    },
  );

  it.each(['PG_VERSION', 'global/pg_control', 'base/5/1259', 'global/pg_filenode.map'])(
    'is set aside if %s is cut, and a new store begins',
    async (file) => {
      const place = await newPlace();
      truncateSync(join(folderOf(place), 'store', file), 0);

      const home = await startHome(place);

      const { head } = await (await new Phone(home.url).create()).push([newDoc()]);
      expect(head).toBe(1);
      await home.stop();
      const names = readdirSync(folderOf(place));
      expect(names.filter((name) => name.startsWith('store'))).toEqual([
        'store',
        expect.stringMatching(/^store\.broken-/),
      ]);
      expect(home.logged).toContainEqual(expect.objectContaining({ level: 'error', event: 'storeSetAside' }));
    },
  );
});

describe('a start that fails', () => {
  it('says that the app was not built', async () => {
    const place = await newPlace();
    const { status, sentence } = await failedStart(processEnv(place, { INFERNALOPS_APP: '/nowhere' }));
    expect({ status, sentence }).toEqual({
      status: 1,
      sentence: 'home server: /nowhere has no index.html: run “npm run build” first.\n',
    });
  });

  it('says which setting is wrong', async () => {
    const place = await newPlace();
    const { status, sentence } = await failedStart(processEnv(place, { PORT: 'http' }));
    expect({ status, sentence }).toEqual({
      status: 2,
      sentence: 'home server: PORT is “http”, but it must be a whole number from 0 to 65535.\n',
    });
  });

  it('says that the port is taken, and leaves no lock', async () => {
    const [first, second] = [await newPlace(), await newPlace()];
    const { port } = new URL((await start(first)).url);
    const { status, sentence } = await failedStart(processEnv(second, { PORT: port }));
    expect({ status, sentence }).toEqual({ status: 1, sentence: expect.stringContaining('PORT names another one.') });
    expect(existsSync(join(second.env.INFERNALOPS_DATA ?? '', 'lock'))).toBe(false);
  });

  it('says that PostgreSQL is away, without its password', async () => {
    const place = await newPlace();
    const { status, sentence } = await failedStart(
      processEnv(place, { DATABASE_URL: 'postgresql://parents:secret@localhost:1/home' }),
    );
    expect(status).toBe(1);
    expect(sentence).toMatch(/^home server: .*ECONNREFUSED/);
    expect(sentence).not.toContain('secret');
  });

  it('says that a newer release has used the store', async () => {
    const place = await newPlace();
    const { openPglite } = await import('@/server/store/pglite');
    const store = await openPglite(place.env.INFERNALOPS_DATA ?? '', 0, { info() {}, warn() {}, error() {} });
    await store.query(
      "CREATE TABLE setting (name text PRIMARY KEY, value text); INSERT INTO setting VALUES ('generation', '99')",
    );
    await store.close();
    const { status, sentence } = await failedStart(processEnv(place));
    expect(status).toBe(1);
    expect(sentence).toContain('a newer release has used it');
    expect(readFileSync(join(place.env.INFERNALOPS_DATA ?? '', 'store/PG_VERSION'), 'utf8')).toMatch(/^\d+/);
  });
});
