import { Hono } from 'hono';
import * as v from 'valibot';
import { type DeviceResponse, deviceRequest, opaqueId } from '@/protocol/api';
import { refuse } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { isListed } from '@/server/hosts';
import { limitBody, readJson, requireHousehold } from '@/server/middleware';
import { deleteDevice, findDevices, isPoint, putDevice } from '@/server/pager/devices';
import { PUSH_HOSTS } from '@/server/pager/pushHosts';

/**
 * Whether an endpoint is at one of these hosts, and is written as a browser writes it: another
 * parser of addresses then reads the same host in it.
 */
function isPushService(endpoint: string, hosts: readonly string[]): boolean {
  const url = new URL(endpoint);
  return url.href === endpoint && url.username === '' && url.password === '' && isListed(url, hosts);
}

export function deviceRoutes(deps: Deps) {
  const { config, store } = deps;
  const hosts = [...PUSH_HOSTS, ...config.pushHosts];
  const validDevice = v.pipe(
    deviceRequest,
    v.check(({ endpoint }) => isPushService(endpoint, hosts)),
    v.check(({ p256dh }) => isPoint(p256dh)),
  );

  return new Hono<Environment>()
    .put('/:id/devices/:device', requireHousehold(deps), limitBody, async (c) => {
      const id = c.req.param('device');
      const request = await readJson(c, validDevice);
      if (!v.is(opaqueId, id) || !request) return refuse(c, 'badRequest');
      if (!(await store.hasRoom())) return refuse(c, 'full');
      const isStored = await putDevice(store, c.get('household').id, { id, ...request });
      if (isStored === null) return refuse(c, 'unauthorized');
      return isStored ? c.body(null, 204) : refuse(c, 'full');
    })
    .get('/:id/devices/:device', requireHousehold(deps), async (c) => {
      const [device] = await findDevices(store, c.get('household').id, [c.req.param('device')]);
      return device ? c.json({ endpoint: device.endpoint } satisfies DeviceResponse) : refuse(c, 'notFound');
    })
    .delete('/:id/devices/:device', requireHousehold(deps), async (c) => {
      await deleteDevice(store, c.get('household').id, c.req.param('device'));
      return c.body(null, 204);
    });
}
