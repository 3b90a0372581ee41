import { Hono } from 'hono';
import * as v from 'valibot';
import { type HouseholdRequest, householdRequest, opaqueId } from '@/protocol/api';
import { refuse, refuseTooMany } from '@/server/answers';
import { removeButtons } from '@/server/buttons';
import type { Deps, Environment } from '@/server/environment';
import { authenticate, create, exists, isSame, remove, wasErased } from '@/server/households';
import { shortId } from '@/server/log';
import { bearerToken, limitBody, readJson, requireHousehold } from '@/server/middleware';

export function householdRoutes(deps: Deps) {
  const { config, limits, log, notifier, store } = deps;

  /**
   * Whether the operator's word is said, or another household that is here answers for this one.
   */
  const isInvited = async ({ invite = '', from }: HouseholdRequest): Promise<boolean> =>
    config.invite === null ||
    isSame(invite, config.invite) ||
    (from !== undefined && (await authenticate(store, from.household, from.token)) !== null);

  /**
   * The phones no longer ask for the presses of the household that this one goes on for, so its
   * buttons must not be told that they were heard.
   */
  const endButtonsOf = async (from: HouseholdRequest['from']): Promise<void> => {
    const former = from && (await authenticate(store, from.household, from.token));
    if (former) await removeButtons(store, former.id);
  };

  return (
    new Hono<Environment>()
      // Creates the household for the bearer token. It may be repeated.
      .put('/:id', limitBody, async (c) => {
        const id = c.req.param('id');
        const token = bearerToken(c);
        if (!v.is(opaqueId, id)) return refuse(c, 'badRequest');
        if (token === null) return refuse(c, 'unauthorized');
        const request = await readJson(c, householdRequest);
        if (!request) return refuse(c, 'badRequest');

        if (!(await exists(store, id))) {
          const seconds = await limits.newHouseholds.take(c.get('address'));
          if (seconds !== null) return refuseTooMany(c, seconds);
          if (await wasErased(store, id, token)) return refuse(c, 'gone');
          if (!(await isInvited(request))) return refuse(c, 'inviteNeeded');
          if (!(await store.hasRoom())) return refuse(c, 'full');
          if (await create(store, id, token)) {
            await endButtonsOf(request.from);
            log.info('householdCreated', { household: shortId(id) });
            return c.json({}, 201);
          }
        }
        return (await authenticate(store, id, token)) ? c.json({}, 200) : refuse(c, 'unauthorized');
      })
      .delete('/:id', requireHousehold(deps), async (c) => {
        const household = c.get('household');
        await remove(store, household);
        notifier.tell({ household: household.id, gone: true });
        log.info('householdRemoved', { household: shortId(household.id) });
        return c.body(null, 204);
      })
  );
}
