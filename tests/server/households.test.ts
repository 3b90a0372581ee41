import { expect, it } from 'vitest';
import { startHome } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newDoc, newToken, Phone } from './support/phone';

onEachStore('households', (server) => {
  const newPhone = () => new Phone(server.home.url);

  it('is created once, and again without effect', async () => {
    const phone = newPhone();
    expect((await phone.call('PUT', '', {})).status).toBe(201);
    await phone.push([newDoc()]);
    expect((await phone.call('PUT', '', {})).status).toBe(200);
    expect((await phone.pull()).head).toBe(1);
  });

  it('is created once by twenty at the same time', async () => {
    const phone = newPhone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => phone.call('PUT', '', {})));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(19).fill(200), 201]);
  });

  it('belongs to the token that created it', async () => {
    const phone = await newPhone().create();
    const stranger = new Phone(phone.url, phone.household, newToken());
    expect((await stranger.call('PUT', '', {})).status).toBe(401);
    expect((await phone.pull()).head).toBe(0);
  });

  it.each([
    ['an id of another form', 400, 'PUT', 'households/short', {}],
    ['another field', 400, 'PUT', null, { admin: true }],
    ['an invite of another type', 400, 'PUT', null, { invite: 1 }],
    ['no JSON', 400, 'PUT', null, 'invite'],
  ])('%s is refused with %i', async (_, status, method, path, body) => {
    const phone = newPhone();
    const response = await phone.request(method, path ?? `households/${phone.household}`, body);
    expect(response.status).toBe(status);
  });

  it('is not created without a token', async () => {
    const { url, household } = newPhone();
    const response = await fetch(`${url}/api/v1/households/${household}`, { method: 'PUT', body: '{}' });
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  it('is removed with all it has, says so to its phones, and may begin again with another token', async () => {
    const phone = await newPhone().create();
    await phone.push([newDoc()]);
    const invitation = 'invitationinvitationAA';
    await phone.request('PUT', `invitations/${invitation}`, { household: phone.household, body: 'AAAA' });

    expect((await phone.call('DELETE', '')).status).toBe(204);

    // A phone that was offline must not take this for a server that lost everything, and fill it
    // again.
    const later = await phone.call('GET', '/docs');
    expect({ status: later.status, body: await later.json() }).toEqual({ status: 410, body: { error: 'gone' } });
    expect((await phone.call('DELETE', '')).status).toBe(410);
    expect((await phone.call('PUT', '', {})).status).toBe(410);
    const stranger = new Phone(phone.url, phone.household, newToken());
    expect((await stranger.call('GET', '/docs')).status).toBe(401);
    expect((await phone.request('GET', `invitations/${invitation}`)).status).toBe(404);
    const next = await new Phone(phone.url, phone.household).create();
    expect((await next.pull()).docs).toEqual([]);
  });

  it('a write that meets its removal is refused or removed, but never left behind', async () => {
    const phone = await newPhone().create();
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => phone.call('POST', '/docs', { docs: [newDoc()] })),
      phone.call('DELETE', ''),
      ...Array.from({ length: 5 }, () => phone.call('POST', '/docs', { docs: [newDoc()] })),
    ]);
    expect(answers.every(({ status }) => [200, 204, 401, 410].includes(status))).toBe(true);
    const next = await new Phone(phone.url, phone.household).create();
    expect((await next.pull()).docs).toEqual([]);
  });
});

onEachStore(
  'a server that invites',
  (server) => {
    it('creates a household for the word of the operator only', async () => {
      const phone = new Phone(server.home.url);
      const refused = await phone.call('PUT', '', { invite: 'lullabyX' });
      expect({ status: refused.status, body: await refused.json() }).toEqual({
        status: 403,
        body: { error: 'inviteNeeded' },
      });
      expect((await phone.call('PUT', '', {})).status).toBe(403);
      expect((await phone.call('PUT', '', { invite: 'lullaby' })).status).toBe(201);
      // The partner has the token, and needs no word.
      expect((await phone.call('PUT', '', {})).status).toBe(200);
    });

    it('creates a household for one that is here, which goes on under another secret', async () => {
      const old = new Phone(server.home.url);
      await old.call('PUT', '', { invite: 'lullaby' });
      const next = new Phone(server.home.url);
      const wrong = { household: old.household, token: newToken() };
      expect((await next.call('PUT', '', { from: wrong })).status).toBe(403);
      expect((await next.call('PUT', '', { from: { household: old.household, token: old.token } })).status).toBe(201);
    });
  },
  () => ({ INFERNALOPS_INVITE: 'lullaby' }),
);

onEachStore('a server that was restarted', (server) => {
  it('has everything it had', async () => {
    const phone = await new Phone(server.home.url).create();
    await phone.push([newDoc(), newDoc()]);
    const before = await phone.pull();
    await server.home.stop();
    server.home = await startHome(server.place);
    expect(await phone.partner(server.home.url).pull()).toEqual(before);
  });
});
