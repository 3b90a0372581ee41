import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MAX_BUTTONS, MAX_PRESSES } from '@/protocol/limits';
import { removeOldPresses } from '@/server/buttons';
import { openPglite } from '@/server/store/pglite';
import { openPostgres } from '@/server/store/postgres';
import type { Place } from './support/home';
import { startHome } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newBody, newDoc, newId, newToken, Phone } from './support/phone';

/** A button as the household knows it and as it is set up in a home automation. */
interface Button {
  id: string;
  token: string;
  woke: string;
  asleep: string;
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

async function addButton(phone: Phone): Promise<Button> {
  const button = { id: newId(), token: newToken(), woke: newBody(285), asleep: newBody(285) };
  const { status } = await put(phone, button);
  if (status !== 204) throw new Error(`The button was not made: ${status}`);
  return button;
}
const put = (phone: Phone, { id, token }: Pick<Button, 'id' | 'token'>, body: object = {}) =>
  phone.call('PUT', `/buttons/${id}`, { tokenHash: hashOf(token), body: newBody(285), ...body });

/** Sends what the button sends, and nothing else. */
const press = (phone: Phone, { id, token }: Pick<Button, 'id' | 'token'>, body: unknown) =>
  new Phone(phone.url, newId(), token).request('POST', `buttons/${id}/presses`, body);

const pressesOf = async (phone: Phone): Promise<{ id: string; button: string; word: string; at: number }[]> =>
  (await (await phone.call('GET', '/presses')).json()).presses;
const buttonsOf = async (phone: Phone): Promise<{ id: string; body: string; pressedAt: number | null }[]> =>
  (await (await phone.call('GET', '/buttons')).json()).buttons;

/** Does something to the store behind the stopped server. */
async function inStore(place: Place, work: (store: Awaited<ReturnType<typeof openPglite>>) => Promise<unknown>) {
  const noLog = { info() {}, warn() {}, error() {} };
  const { DATABASE_URL: url, INFERNALOPS_DATA: folder = '' } = place.env;
  const store = url ? await openPostgres(url, noLog) : await openPglite(folder, 0, noLog);
  await work(store);
  await store.close();
}

onEachStore('a button', (server) => {
  const create = () => new Phone(server.home.url).create();

  it('says its words, which every phone of the household hears with their time until one has logged them', async () => {
    const phone = await create();
    const button = await addButton(phone);
    expect(await phone.pull()).not.toHaveProperty('presses');
    const before = Date.now();
    for (const word of [button.woke, button.asleep]) {
      const response = await press(phone, button, { word });
      expect([response.status, await response.json()]).toEqual([202, {}]);
    }
    const presses = await pressesOf(phone.partner());
    expect(presses.map((each) => [each.button, each.word])).toEqual([
      [button.id, button.woke],
      [button.id, button.asleep],
    ]);
    for (const { at } of presses) expect(Math.abs(at - before)).toBeLessThan(10_000);
    expect((await buttonsOf(phone))[0]?.pressedAt).toBe(presses.at(-1)?.at);
    expect(await phone.partner().pull()).toMatchObject({ docs: [], presses: true });

    for (const { id } of presses) expect((await phone.call('DELETE', `/presses/${id}`)).status).toBe(204);
    expect(await pressesOf(phone.partner())).toEqual([]);
    expect(await phone.pull()).not.toHaveProperty('presses');
    // A second phone that has logged the same does no harm.
    expect((await phone.call('DELETE', `/presses/${presses[0]?.id}`)).status).toBe(204);
  });

  it('is heard at once by the open phones', async () => {
    const phone = await create();
    const button = await addButton(phone);
    const stream = await phone.openStream();
    expect(await stream.next()).toMatchObject({ event: 'change' });
    await press(phone, button, { word: button.woke });
    expect(await stream.next()).toMatchObject({ event: 'change' });
    stream.abort();
  });

  it('that is pressed late says since when, and is heard in the order of the presses', async () => {
    const phone = await create();
    const button = await addButton(phone);
    await press(phone, button, { word: button.asleep });
    await press(phone, button, { word: button.woke, secondsAgo: 600 });
    const [woke, asleep] = await pressesOf(phone);
    expect([woke?.word, asleep?.word]).toEqual([button.woke, button.asleep]);
    const agoMs = (asleep?.at ?? 0) - (woke?.at ?? 0);
    expect(Math.abs(agoMs - 600_000)).toBeLessThan(10_000);
    // The last press is the one that happened last, not the one that came last.
    expect((await buttonsOf(phone))[0]?.pressedAt).toBe(asleep?.at);
  });

  it('that sends a press again with its id has pressed once, also after it was logged', async () => {
    const phone = await create();
    const [button, other] = [await addButton(phone), await addButton(phone)];
    const request = { word: button.woke, id: 'bed-2026-11-17T02:43' };
    expect((await press(phone, button, request)).status).toBe(202);
    expect((await press(phone, button, request)).status).toBe(202);
    const [only, ...more] = await pressesOf(phone);
    expect(more).toEqual([]);
    await phone.call('DELETE', `/presses/${only?.id}`);
    expect((await press(phone, button, request)).status).toBe(202);
    expect(await pressesOf(phone)).toEqual([]);
    // The id is that of this button alone, and without one each is a press of its own.
    await press(phone, other, request);
    await press(phone, button, { word: button.woke });
    await press(phone, button, { word: button.woke });
    expect(await pressesOf(phone)).toHaveLength(3);
  });

  it('can do nothing else with its token', async () => {
    const phone = await create();
    await phone.push([newDoc()]);
    const [button, other] = [await addButton(phone), await addButton(phone)];
    const before = [await phone.versions(), await buttonsOf(phone)];
    const thief = new Phone(phone.url, phone.household, button.token);
    for (const [method, path, body] of [
      ['PUT', '', {}],
      ['DELETE', ''],
      ['GET', '/docs'],
      ['POST', '/docs', { docs: [newDoc()] }],
      ['GET', '/versions'],
      ['GET', '/events'],
      ['PUT', `/devices/${newId()}`, {}],
      ['GET', `/devices/${newId()}`],
      ['DELETE', `/devices/${newId()}`],
      ['POST', '/pages', {}],
      ['PUT', '/webhook', { url: 'https://ntfy.sh/' }],
      ['GET', '/webhook'],
      ['DELETE', '/webhook'],
      ['POST', '/webhook/tries'],
      ['PUT', `/buttons/${button.id}`, { tokenHash: hashOf(button.token), body: newBody() }],
      ['GET', '/buttons'],
      ['DELETE', `/buttons/${button.id}`],
      ['GET', '/presses'],
      ['DELETE', `/presses/${newId()}`],
    ] as const)
      expect([method, path, (await thief.call(method, path, body)).status]).toEqual([method, path, 401]);
    const invitation = { household: phone.household, body: newBody() };
    expect((await thief.request('PUT', `invitations/${newId()}`, invitation)).status).toBe(401);
    const asHousehold = { from: { household: phone.household, token: button.token } };
    await new Phone(phone.url).call('PUT', '', asHousehold);
    // Nor can it press another button, nor read its own presses back.
    expect((await press(phone, { ...other, token: button.token }, { word: other.woke })).status).toBe(401);
    expect((await thief.request('GET', `buttons/${button.id}/presses`)).status).toBe(404);
    expect([await phone.versions(), await buttonsOf(phone)]).toEqual(before);
  });

  it('belongs to its household, ends when it is removed, and goes with it', async () => {
    const [phone, stranger] = [await create(), await create()];
    const button = await addButton(phone);
    expect(await buttonsOf(stranger)).toEqual([]);
    expect((await put(stranger, button)).status).toBe(401);
    await stranger.call('DELETE', `/buttons/${button.id}`);
    await press(phone, button, { word: button.woke });
    const [waiting] = await pressesOf(phone);
    await stranger.call('DELETE', `/presses/${waiting?.id}`);
    expect(await pressesOf(phone)).toHaveLength(1);

    await phone.call('DELETE', `/buttons/${button.id}`);
    expect((await press(phone, button, { word: button.woke })).status).toBe(401);
    expect([await buttonsOf(phone), await pressesOf(phone)]).toEqual([[], []]);

    const last = await addButton(phone);
    await press(phone, last, { word: last.woke });
    await phone.call('DELETE', '');
    expect((await press(phone, last, { word: last.woke })).status).toBe(401);
  });

  it('ends when the household goes on under another secret, and not if a stranger says so', async () => {
    const phone = await create();
    const button = await addButton(phone);
    const { household, token } = phone;
    await new Phone(phone.url).call('PUT', '', { from: { household, token: newToken() } });
    expect((await press(phone, button, { word: button.woke })).status).toBe(202);
    const next = new Phone(phone.url);
    expect((await next.call('PUT', '', { from: { household, token } })).status).toBe(201);
    expect((await press(phone, button, { word: button.woke })).status).toBe(401);
    expect(await buttonsOf(next)).toEqual([]);
  });

  it.each([
    ['no JSON', '{'],
    ['no word', {}],
    ['no base64url', { word: 'baby woke! baby woke! baby woke! baby woke!' }],
    ['a word of 1,501 characters', { word: 'A'.repeat(1_501) }],
    ['a word that is no sealed one', { word: 'A'.repeat(38) }],
    ['another field', { word: newBody(), child: 'Leo' }],
    ['the future', { word: newBody(), secondsAgo: -1 }],
    ['more than an hour ago', { word: newBody(), secondsAgo: 3_601 }],
    ['an id with spaces', { word: newBody(), id: 'bed frame' }],
    ['an id of 65 characters', { word: newBody(), id: 'a'.repeat(65) }],
  ])('is refused with 400 for a press with %s', async (_, body) => {
    const phone = await create();
    const button = await addButton(phone);
    expect((await press(phone, button, body)).status).toBe(400);
    expect(await pressesOf(phone)).toEqual([]);
  });

  it('is refused with 413 for more than four kilobytes', async () => {
    const phone = await create();
    const button = await addButton(phone);
    expect((await press(phone, button, 'A'.repeat(5_000))).status).toBe(413);
    expect((await put(phone, button, { body: 'A'.repeat(5_000) })).status).toBe(413);
  });

  it.each([
    ['no hash', { tokenHash: undefined }],
    ['a hash of another length', { tokenHash: 'abc' }],
    ['no body', { body: '' }],
    ['another field', { name: 'bed frame' }],
  ])('is not made with %s', async (_, body) => {
    const phone = await create();
    expect((await put(phone, { id: newId(), token: newToken() }, body)).status).toBe(400);
    expect((await put(phone, { id: 'bed', token: newToken() })).status).toBe(400);
    expect(await buttonsOf(phone)).toEqual([]);
  });

  it('may press twenty times a minute, and a stranger takes nothing of that', async () => {
    const phone = await create();
    const [button, other] = [await addButton(phone), await addButton(phone)];
    for (let time = 0; time < 25; time += 1)
      expect((await press(phone, { ...button, token: newToken() }, { word: button.woke })).status).toBe(401);
    const answers = await Promise.all(Array.from({ length: 23 }, () => press(phone, button, { word: button.woke })));
    const tooMany = answers.filter(({ status }) => status === 429);
    expect(tooMany).toHaveLength(3);
    for (const answer of tooMany) expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await press(phone, other, { word: other.woke })).status).toBe(202);
    expect(await pressesOf(phone)).toHaveLength(21);
  });

  it(`is one of ${MAX_BUTTONS} at most, and can be made again after a lost answer`, async () => {
    const phone = await create();
    const buttons = [];
    for (let made = 0; made < MAX_BUTTONS; made += 1) buttons.push(await addButton(phone));
    expect((await put(phone, { id: newId(), token: newToken() })).status).toBe(507);
    const [first] = buttons;
    if (!first) throw new Error('there are some');
    expect((await put(phone, first)).status).toBe(204);
    expect(await buttonsOf(phone)).toHaveLength(MAX_BUTTONS);
  });

  it(`waits with ${MAX_PRESSES} presses at most; they go after a week, and the logged ones after an hour`, async () => {
    const phone = await create();
    const button = await addButton(phone);
    const { household } = phone;
    await server.home.stop();
    await inStore(server.place, (store) =>
      store.query(
        `INSERT INTO press (id, household, button, word, at, received_at, is_logged, key)
         SELECT $1 || n, $2, $3, 'w', n, now() - CASE WHEN n < 100 THEN interval '8 days' ELSE interval '2 hours' END,
           n BETWEEN 100 AND 149, 'k' || n
         FROM generate_series(1, ${MAX_PRESSES + 50}) AS n`,
        [newId().slice(0, 10), household, button.id],
      ),
    );
    server.home = await startHome(server.place);
    const later = phone.partner(server.home.url);
    expect((await press(later, button, { word: button.woke })).status).toBe(507);
    // A repetition of what is there is no further one.
    expect((await press(later, button, { word: button.woke, id: 'k5' })).status).toBe(202);
    await server.home.stop();
    let left = 0;
    await inStore(server.place, async (store) => {
      await removeOldPresses(store);
      const rows = await store.query<{ at: number }>('SELECT at FROM press WHERE household = $1', [household]);
      left = rows.filter(({ at }) => at < 150).length;
      expect(rows).toHaveLength(MAX_PRESSES + 50 - 149);
    });
    expect(left).toBe(0);
    server.home = await startHome(server.place);
    expect((await press(phone.partner(server.home.url), button, { word: button.woke })).status).toBe(202);
  });
});

onEachStore(
  'the log of all requests',
  (server) => {
    it('has no id, no token and no word of a button', async () => {
      const phone = await new Phone(server.home.url).create();
      const button = await addButton(phone);
      await press(phone, button, { word: button.woke, id: 'bed-frame' });
      const [waiting] = await pressesOf(phone);
      await phone.call('DELETE', `/presses/${waiting?.id}`);
      await phone.call('DELETE', `/buttons/${button.id}`);
      const log = server.home.logged.map((line) => JSON.stringify(line)).join('\n');
      expect(log).toContain('"route":"POST /api/v1/buttons/:button/presses","status":202');
      for (const secret of [button.id, button.token, button.woke, waiting?.id ?? '', 'bed-frame'])
        expect(log).not.toContain(secret.slice(0, 8));
    });
  },
  () => ({ INFERNALOPS_LOG: 'requests' }),
);
