import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startHome } from './support/home';
import { onEachStore } from './support/onEachStore';
import { newDoc, Phone, sumOf } from './support/phone';

onEachStore('the event stream', (server) => {
  const create = () => new Phone(server.home.url).create();

  it('begins with the present head and sum', async () => {
    const phone = await create();
    const doc = newDoc();
    await phone.push([doc]);
    const stream = await phone.openStream();
    expect(await stream.next()).toEqual({ event: 'change', data: { head: 1, sum: sumOf([doc.body]) } });
    stream.abort();
  });

  it('is marked so that no proxy keeps it back', async () => {
    const stream = await (await create()).openStream();
    const { headers } = stream.response;
    expect(headers.get('Content-Type')).toBe('text/event-stream');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Accel-Buffering')).toBe('no');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    stream.abort();
  });

  it('says what the other phone has written', async () => {
    const phone = await create();
    const stream = await phone.openStream();
    await stream.next();
    const { head, sum } = await phone.partner().push([newDoc(), newDoc()]);
    expect(await stream.next()).toEqual({ event: 'change', data: { head, sum } });
    stream.abort();
  });

  it('says nothing of a push of conflicts only, and nothing of another household', async () => {
    const [phone, other] = [await create(), await create()];
    const stream = await phone.openStream();
    await stream.next();
    const doc = newDoc();
    await phone.push([doc]);
    expect(await stream.next()).toMatchObject({ data: { head: 1 } });

    await phone.push([{ ...doc, body: newDoc().body }]);
    await other.push([newDoc()]);
    await phone.push([newDoc()]);

    expect(await stream.next()).toMatchObject({ data: { head: 2 } });
    stream.abort();
  });

  it('says it again when a push is repeated: the first one may have said nothing', async () => {
    const phone = await create();
    const stream = await phone.openStream();
    await stream.next();
    const doc = newDoc();
    for (let push = 0; push < 2; push += 1) {
      expect(await phone.push([doc])).toMatchObject({ head: 1 });
      expect(await stream.next()).toMatchObject({ data: { head: 1 } });
    }
    stream.abort();
  });

  it('ends when the household is removed', async () => {
    const phone = await create();
    const [ours, other] = [await phone.openStream(), await (await create()).openStream()];
    await phone.call('DELETE', '');
    await ours.untilEnd();
    await other.next();
    other.abort();
  });

  it('is refused with 429 when a household has twenty', async () => {
    const phone = await create();
    const streams = await Promise.all(Array.from({ length: 20 }, () => phone.openStream()));
    const refused = await phone.call('GET', '/events');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    for (const stream of streams) stream.abort();
  });

  it('ends when the server stops, which waits for no stream', async () => {
    const phone = await create();
    const stream = await phone.openStream();
    await stream.next();
    await Promise.all([server.home.stop(), stream.untilEnd()]);
    await expect(phone.pull()).rejects.toThrow('fetch failed');
    server.home = await startHome(server.place);
  });

  it('a request that has begun is finished when the server stops', async () => {
    const phone = await create();
    const body = JSON.stringify({ docs: [newDoc()] });
    const socket = connect(Number(new URL(phone.url).port), 'localhost');
    const head = `POST /api/v1/households/${phone.household}/docs HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${phone.token}\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`;
    socket.write(head);
    let answer = '';
    let stopped: Promise<void> | null = null;
    for await (const chunk of socket) {
      answer += chunk;
      // "Continue" says that the server has begun with this request.
      if (stopped) continue;
      stopped = server.home.stop();
      socket.write(body);
    }
    expect(answer).toMatch(/^HTTP\/1\.1 100 .*HTTP\/1\.1 200 /s);
    await stopped;
    server.home = await startHome(server.place);
    expect((await phone.partner(server.home.url).pull()).head).toBe(1);
  });
});
