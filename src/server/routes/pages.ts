import { Hono } from 'hono';
import * as v from 'valibot';
import { type PageResponse, pageRequest } from '@/protocol/api';
import { refuse } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { limitBody, limitPages, readJson, requireHousehold } from '@/server/middleware';
import { pageDevices } from '@/server/pager/pageDevices';
import { getWebhook } from '@/server/pager/webhooks';

/** Each device once, and a body of whole bytes. */
const validPage = v.pipe(
  pageRequest,
  v.check(({ to }) => new Set(to).size === to.length),
  v.check(({ body }) => Buffer.from(body, 'base64url').toString('base64url') === body),
);

export function pageRoutes(deps: Deps) {
  const { config, log, notifier, pushKeys, store, webhooks } = deps;
  const sender = { keys: pushKeys, contact: config.contact };

  return new Hono<Environment>().post('/:id/pages', requireHousehold(deps), limitPages(deps), limitBody, async (c) => {
    const page = await readJson(c, validPage);
    if (!page) return refuse(c, 'badRequest');
    const household = c.get('household').id;
    // An open app hears it at once, whatever the push services do.
    notifier.tell({ household, page: page.body });
    if (page.rings) webhooks.ring(household, () => getWebhook(store, household));
    const devices = await pageDevices({ store, sender, log }, household, page);
    return c.json({ devices } satisfies PageResponse);
  });
}
