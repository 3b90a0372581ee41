import { expect, it } from 'vitest';
import { onEachStore } from './support/onEachStore';
import { newBody, newId, newToken, Phone } from './support/phone';

onEachStore('invitations', (server) => {
  const create = () => new Phone(server.home.url).create();

  const invite = async (phone: Phone, id = newId(), body = newBody()) => {
    const { status } = await phone.request('PUT', `invitations/${id}`, { household: phone.household, body });
    return { id, body, status };
  };

  /** Reads as a phone that has no token yet. */
  const read = (id: string) => fetch(`${server.home.url}/api/v1/invitations/${id}`);

  it('is read once', async () => {
    const { id, body, status } = await invite(await create());
    expect(status).toBe(201);
    expect(await (await read(id)).json()).toEqual({ body });
    const second = await read(id);
    expect({ status: second.status, body: await second.json() }).toEqual({ status: 404, body: { error: 'notFound' } });
  });

  it('is read by one of two at the same time', async () => {
    const { id } = await invite(await create());
    const statuses = (await Promise.all([read(id), read(id)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404]);
  });

  it('may be sent again after a lost answer', async () => {
    const phone = await create();
    const { id } = await invite(phone);
    const again = await invite(phone, id);
    expect(again.status).toBe(201);
    expect(await (await read(id)).json()).toEqual({ body: again.body });
  });

  it('of another household stays as it is', async () => {
    const { id, body } = await invite(await create());
    expect((await invite(await create(), id)).status).toBe(429);
    expect(await (await read(id)).json()).toEqual({ body });
  });

  it('needs the token of its household', async () => {
    const phone = await create();
    expect((await invite(new Phone(phone.url, phone.household, newToken()))).status).toBe(401);
    expect((await invite(new Phone(phone.url))).status).toBe(401);
  });

  it.each(['', 'with space', 'A'.repeat(8_001)])('refuses the body “%.20s”', async (body) => {
    expect((await invite(await create(), newId(), body)).status).toBe(400);
  });

  it('a household has at most ten open ones', async () => {
    const phone = await create();
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) statuses.push((await invite(phone)).status);
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });
});
