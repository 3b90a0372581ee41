import { Hono } from 'hono';
import * as v from 'valibot';
import { type FiguresResponse, figuresRequest } from '@/protocol/api';
import { refuse, refuseTooMany } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { deleteFigures, findFigures, getPublication, putFigures } from '@/server/figures/figures';
import { isFiguresText, withAge } from '@/server/figures/figuresText';
import { bearerToken, limitAddress, limitBody, readJson, requireHousehold } from '@/server/middleware';
import { OPEN_METRICS_TYPE } from './metrics';

const validFigures = v.pipe(
  figuresRequest,
  v.check(({ text }) => isFiguresText(text)),
);

/** For the phones: what the household publishes. */
export const figureRoutes = (deps: Deps) => {
  const { store } = deps;
  return new Hono<Environment>()
    .put('/:id/figures', requireHousehold(deps), limitBody, async (c) => {
      const request = await readJson(c, validFigures);
      if (!request) return refuse(c, 'badRequest');
      if (!(await store.hasRoom())) return refuse(c, 'full');
      return (await putFigures(store, c.get('household').id, request)) ? c.body(null, 204) : refuse(c, 'notFound');
    })
    .get('/:id/figures', requireHousehold(deps), async (c) => {
      const publication = await getPublication(store, c.get('household').id);
      return publication ? c.json(publication satisfies FiguresResponse) : refuse(c, 'notFound');
    })
    .delete('/:id/figures', requireHousehold(deps), async (c) => {
      await deleteFigures(store, c.get('household').id);
      return c.body(null, 204);
    });
};

/** For whoever has the token of a household's figures: what its phone published last. */
export const publishedFigureRoutes = (deps: Deps) => {
  const { limits, store } = deps;
  return new Hono<Environment>().get('/', limitAddress(deps), async (c) => {
    c.header('Cache-Control', 'no-store');
    const token = bearerToken(c);
    const figures = token === null ? null : await findFigures(store, token);
    if (!figures) return refuse(c, 'unauthorized');
    const seconds = await limits.household.take(figures.household);
    if (seconds !== null) return refuseTooMany(c, seconds);
    return c.body(withAge(figures.text, figures.publishedAt), 200, { 'Content-Type': OPEN_METRICS_TYPE });
  });
};
