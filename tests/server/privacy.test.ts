import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { html, type LoopbackServer, startLoopbackServer } from '../support/sync/loopbackServer';
import { onEachStore } from './support/onEachStore';
import { newPage, subscribe } from './support/pages';
import { newBody, newDoc, newId, newToken, Phone } from './support/phone';
import { PushService } from './support/pushService';

let service: PushService;
let hook: LoopbackServer;
beforeAll(async () => {
  service = await PushService.start();
  hook = await startLoopbackServer();
  // What goes wrong is logged.
  service.answer = (response) => response.writeHead(403).end('no');
  hook.answer(html(403));
});
afterAll(async () => {
  await service.stop();
  await hook.close();
});

onEachStore(
  'the log of all requests',
  (server) => {
    it('has no id, no token, no body and no address', async () => {
      const phone = await new Phone(server.home.url).create();
      const doc = newDoc();
      const invitation = { id: newId(), body: newBody() };
      await phone.push([doc]);
      await phone.push([doc]);
      await phone.pull();
      await phone.versions();
      await phone.call('POST', '/docs', '{"secret":');
      await phone.request('PUT', `invitations/${invitation.id}`, { household: phone.household, body: invitation.body });
      await phone.request('GET', `invitations/${invitation.id}`);
      await new Phone(phone.url, phone.household).call('GET', '/docs');
      const device = await subscribe(phone, service.origin);
      await phone.call('GET', `/devices/${device.id}`);
      const url = `http://localhost:${new URL(hook.origin).port}/KqZ7vXwT2mYp`;
      await phone.call('PUT', '/webhook', { url });
      const page = newPage([device.id], { topic: 'night-at-243', rings: true });
      expect((await phone.call('POST', '/pages', page)).status).toBe(200);
      await expect.poll(() => server.home.logged.map(({ event }) => event)).toContain('webhookFailed');
      await phone.call('POST', '/webhook/tries');
      const figures = {
        token: newToken(),
        text: '# TYPE infernalops_a gauge\ninfernalops_a{child="Zoé"} 7.31\n# EOF\n',
      };
      const tokenHash = createHash('sha256').update(figures.token).digest('base64url');
      await phone.call('PUT', '/figures', { text: figures.text, tokenHash, takesOver: true });
      const headers = { Authorization: `Bearer ${figures.token}` };
      expect(await (await fetch(`${phone.url}/metrics/household`, { headers })).text()).toContain('Zoé');
      await phone.call('DELETE', `/devices/${device.id}`);
      await phone.call('DELETE', '');

      const log = server.home.logged.map((line) => JSON.stringify(line)).join('\n');
      expect(log).toContain('"route":"POST /api/v1/households/:id/docs"');
      expect(log).toContain('"route":"PUT /api/v1/households/:id/devices/:device"');
      expect(log).toContain(`"event":"pushFailed","household":"${phone.household.slice(0, 4)}"`);
      const { endpoint, p256dh, auth } = device.request;
      const ofTheLog = [phone.household, phone.token, doc.id, doc.body, invitation.id, invitation.body];
      const ofThePager = [device.id, new URL(endpoint).pathname.replace('/push/', ''), p256dh, auth, page.body];
      const ofTheFigures = [figures.token, tokenHash, 'infernalops_a'];
      expect(log).toContain('"route":"GET /metrics/household"');
      expect(log).not.toContain('Zoé');
      const ofTheHook = [page.topic, new URL(url).pathname];
      for (const secret of [...ofTheLog, ...ofThePager, ...ofTheFigures, ...ofTheHook]) {
        expect(log).not.toContain(secret.slice(0, 8));
      }
      expect(log).not.toMatch(/secret|127\.0\.0\.1|::1/);
    });
  },
  () => ({
    ...service.env,
    INFERNALOPS_LOG: 'requests',
    INFERNALOPS_WEBHOOK_HOSTS: `localhost:${new URL(hook.origin).port}`,
  }),
);
