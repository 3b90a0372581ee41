import { expect, it } from 'vitest';
import { onEachStore } from './support/onEachStore';
import { newBody, newDoc, newId, Phone } from './support/phone';

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
      await phone.call('DELETE', '');

      const log = server.home.logged.map((line) => JSON.stringify(line)).join('\n');
      expect(log).toContain('"route":"POST /api/v1/households/:id/docs"');
      for (const secret of [phone.household, phone.token, doc.id, doc.body, invitation.id, invitation.body]) {
        expect(log).not.toContain(secret.slice(0, 8));
      }
      expect(log).not.toMatch(/secret|127\.0\.0\.1|::1/);
    });
  },
  { INFERNALOPS_LOG: 'requests' },
);
