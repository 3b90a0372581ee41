import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSql } from './support/cluster';
import { type Home, type Place, startHome, storeKinds } from './support/home';
import { newDoc, Phone } from './support/phone';

const postgres = storeKinds()[1];

describe.runIf(postgres)('two servers on one PostgreSQL', () => {
  let place: Place;
  let homes: [Home, Home];

  beforeAll(async () => {
    if (!postgres) return;
    place = await postgres.createPlace();
    homes = [await startHome(place), await startHome(place)];
  });
  afterAll(async () => {
    for (const home of homes) await home.stop();
    await place.remove();
  });

  it('a write through one reaches a stream on the other', async () => {
    const phone = await new Phone(homes[0].url).create();
    const stream = await phone.partner(homes[1].url).openStream();
    await stream.next();
    const { head, sum } = await phone.push([newDoc()]);
    expect(await stream.next()).toEqual({ event: 'change', data: { head, sum } });
    stream.abort();
  });

  it('a household that is removed through one ends its streams on the other', async () => {
    const phone = await new Phone(homes[0].url).create();
    const stream = await phone.partner(homes[1].url).openStream();
    await phone.call('DELETE', '');
    await stream.untilEnd();
  });

  it('two writes of one document through both: one wins', async () => {
    const phone = await new Phone(homes[0].url).create();
    const doc = newDoc();
    const answers = await Promise.all(
      homes.map(({ url }) => phone.partner(url).push([{ ...doc, body: newDoc().body }])),
    );
    expect(answers.map(({ conflicts }) => conflicts.length).sort()).toEqual([0, 1]);
    expect((await phone.pull()).head).toBe(1);
  });

  it('both go on when PostgreSQL has ended all connections, and tell their streams to pull', async () => {
    const phone = await new Phone(homes[0].url).create();
    const streams = [await phone.openStream(), await phone.partner(homes[1].url).openStream()];
    for (const stream of streams) expect((await stream.next())?.event).toBe('change');

    await runSql(
      place.env.DATABASE_URL ?? '',
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );

    for (const stream of streams) expect(await stream.next()).toEqual({ event: 'pull', data: {} });
    const { head } = await phone.push([newDoc()]);
    for (const stream of streams) {
      await stream.untilHead(head);
      stream.abort();
    }
  });
});
