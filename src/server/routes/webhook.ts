import { Hono } from 'hono';
import * as v from 'valibot';
import { type WebhookResponse, webhookRequest } from '@/protocol/api';
import { refuse } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { limitBody, limitPages, readJson, requireHousehold } from '@/server/middleware';
import { deleteWebhook, getWebhook, putWebhook } from '@/server/pager/webhooks';

export function webhookRoutes(deps: Deps) {
  const { store, webhooks } = deps;
  const validWebhook = v.pipe(
    webhookRequest,
    v.check(({ url }) => webhooks.takes(url)),
  );

  return new Hono<Environment>()
    .put('/:id/webhook', requireHousehold(deps), limitBody, async (c) => {
      const request = await readJson(c, validWebhook);
      if (!request) return refuse(c, 'badRequest');
      if (!(await store.hasRoom())) return refuse(c, 'full');
      await putWebhook(store, c.get('household').id, request.url);
      return c.body(null, 204);
    })
    .get('/:id/webhook', requireHousehold(deps), async (c) =>
      c.json({ url: await getWebhook(store, c.get('household').id) } satisfies WebhookResponse),
    )
    .delete('/:id/webhook', requireHousehold(deps), async (c) => {
      await deleteWebhook(store, c.get('household').id);
      return c.body(null, 204);
    })
    .post('/:id/webhook/tries', requireHousehold(deps), limitPages(deps), async (c) => {
      const url = await getWebhook(store, c.get('household').id);
      return url === null ? refuse(c, 'notFound') : c.json(await webhooks.try(url));
    });
}
