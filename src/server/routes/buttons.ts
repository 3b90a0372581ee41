import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import { opaqueId } from '@/protocol/api';
import { type ButtonsResponse, buttonRequest, type PressesResponse, pressRequest } from '@/protocol/buttons';
import { refuse, refuseTooMany } from '@/server/answers';
import {
  authenticateButton,
  findButtons,
  findPresses,
  noteLogged,
  putButton,
  removeButton,
  storePress,
} from '@/server/buttons';
import type { Deps, Environment } from '@/server/environment';
import { headOf } from '@/server/households';
import { bearerToken, readJson, requireHousehold } from '@/server/middleware';

/** A button sends a few hundred bytes. */
const limitSmallBody = bodyLimit({ maxSize: 4_096, onError: (c) => refuse(c, 'tooLarge') });

/** What the phones of a household ask of its buttons and their presses. */
export function buttonRoutes(deps: Deps) {
  const { store } = deps;
  return new Hono<Environment>()
    .put('/:id/buttons/:button', requireHousehold(deps), limitSmallBody, async (c) => {
      const id = c.req.param('button');
      const request = await readJson(c, buttonRequest);
      if (!v.is(opaqueId, id) || !request) return refuse(c, 'badRequest');
      if (!(await store.hasRoom())) return refuse(c, 'full');
      const result = await putButton(store, c.get('household').id, id, request);
      if (result === 'stored') return c.body(null, 204);
      return refuse(c, result === 'full' ? 'full' : 'unauthorized');
    })
    .get('/:id/buttons', requireHousehold(deps), async (c) =>
      c.json({ buttons: await findButtons(store, c.get('household').id) } satisfies ButtonsResponse),
    )
    .delete('/:id/buttons/:button', requireHousehold(deps), async (c) => {
      await removeButton(store, c.get('household').id, c.req.param('button'));
      return c.body(null, 204);
    })
    .get('/:id/presses', requireHousehold(deps), async (c) =>
      c.json({ presses: await findPresses(store, c.get('household').id) } satisfies PressesResponse),
    )
    .delete('/:id/presses/:press', requireHousehold(deps), async (c) => {
      await noteLogged(store, c.get('household').id, c.req.param('press'));
      return c.body(null, 204);
    });
}

/** The one thing that a button can do. */
export function pressRoutes({ limits, notifier, store }: Deps) {
  return new Hono<Environment>().post('/:button/presses', limitSmallBody, async (c) => {
    const button = c.req.param('button');
    const token = bearerToken(c);
    const household = token === null ? null : await authenticateButton(store, button, token);
    if (household === null) return refuse(c, 'unauthorized');
    const seconds = await limits.presses.take(button);
    if (seconds !== null) return refuseTooMany(c, seconds);
    const press = await readJson(c, pressRequest);
    if (!press) return refuse(c, 'badRequest');
    if (!(await store.hasRoom()) || !(await storePress(store, button, press))) return refuse(c, 'full');
    // Whatever a stream tells, the phones pull, and hear of the press.
    const now = await headOf(store, household);
    if (now) notifier.tell({ household, ...now });
    return c.json({}, 202);
  });
}
