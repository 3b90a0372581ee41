import { Hono } from 'hono';
import * as v from 'valibot';
import { invitationRequest, opaqueId } from '@/protocol/api';
import { refuse, refuseTooMany } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { authenticate } from '@/server/households';
import { putInvitation, takeInvitation } from '@/server/invitations';
import { bearerToken, limitBody, readJson } from '@/server/middleware';

const EVERYBODY = 'everybody';
const RETRY_S = 60;

export const invitationRoutes = ({ limits, store }: Deps) =>
  new Hono<Environment>()
    .put('/:id', limitBody, async (c) => {
      const id = c.req.param('id');
      const token = bearerToken(c);
      if (token === null) return refuse(c, 'unauthorized');
      const request = await readJson(c, invitationRequest);
      if (!v.is(opaqueId, id) || !request) return refuse(c, 'badRequest');
      const household = await authenticate(store, request.household, token);
      if (!household) return refuse(c, 'unauthorized');
      const seconds = await limits.household.take(household.id);
      if (seconds !== null) return refuseTooMany(c, seconds);
      if (!(await store.hasRoom())) return refuse(c, 'full');
      return (await putInvitation(store, id, request)) ? c.json({}, 201) : refuseTooMany(c, RETRY_S);
    })
    // A code has 60 bits, and whoever guesses at it is slowed down. Each reading counts as a miss
    // before the store is asked, so that many at the same time count as well.
    .get('/:id', async (c) => {
      const id = c.req.param('id');
      const address = c.get('address');
      const seconds = (await limits.misses.take(address)) ?? (await limits.missesInAll.take(EVERYBODY));
      if (seconds !== null) return refuseTooMany(c, seconds);
      const body = v.is(opaqueId, id) && c.req.method === 'GET' ? await takeInvitation(store, id) : null;
      if (body === null) return refuse(c, 'notFound');
      await limits.misses.giveBack(address);
      await limits.missesInAll.giveBack(EVERYBODY);
      return c.json({ body });
    });
