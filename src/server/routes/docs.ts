import { Hono } from 'hono';
import * as v from 'valibot';
import { pushRequest } from '@/protocol/api';
import { MAX_DOCS } from '@/protocol/limits';
import { refuse } from '@/server/answers';
import { hasNews, pull, push, tagOfBody, versions } from '@/server/documents';
import type { Deps, Environment } from '@/server/environment';
import { limitBody, readJson, requireHousehold } from '@/server/middleware';

/** Each document once, with a body that ends in a tag. */
const validPush = v.pipe(
  pushRequest,
  v.check(({ docs }) => new Set(docs.map(({ id }) => id)).size === docs.length),
  v.check(({ docs }) => docs.every(({ body }) => tagOfBody(body) !== null)),
);

const wholeNumber = (max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,16}$/), v.transform(Number), v.safeInteger(), v.maxValue(max));

const pullQuery = v.object({
  since: v.optional(wholeNumber(Number.MAX_SAFE_INTEGER), '0'),
  limit: v.optional(v.pipe(wholeNumber(MAX_DOCS), v.minValue(1)), String(MAX_DOCS)),
});

export function docRoutes(deps: Deps) {
  const { config, notifier, store } = deps;

  return new Hono<Environment>()
    .post('/:id/docs', requireHousehold(deps), limitBody, async (c) => {
      const request = await readJson(c, validPush);
      if (!request) return refuse(c, 'badRequest');
      const household = c.get('household');
      const result = await push(store, household, request.docs, config.quota);
      if (typeof result === 'string') return refuse(c, result);
      if (hasNews(request.docs, result)) notifier.tell({ household: household.id, head: result.head, sum: result.sum });
      return c.json(result);
    })
    .get('/:id/docs', requireHousehold(deps), async (c) => {
      const query = v.safeParse(pullQuery, c.req.query());
      if (!query.success) return refuse(c, 'badRequest');
      const page = await pull(store, c.get('household'), query.output.since, query.output.limit);
      return page ? c.json(page) : refuse(c, 'unauthorized');
    })
    .get('/:id/versions', requireHousehold(deps), async (c) => {
      const all = await versions(store, c.get('household'));
      return all ? c.json(all) : refuse(c, 'unauthorized');
    });
}
