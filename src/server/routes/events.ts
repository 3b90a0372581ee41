import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { refuseForNow, refuseTooMany } from '@/server/answers';
import type { Deps, Environment } from '@/server/environment';
import { headOf } from '@/server/households';
import { requireHousehold } from '@/server/middleware';
import { changeText } from '@/server/Streams';
import { SECURITY_HEADERS } from '@/server/securityHeaders';

/** A family has few phones, and each has one stream; old ones may take a while to be noticed. */
const MAX_STREAMS = 20;

const HEADERS = {
  ...SECURITY_HEADERS,
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // nginx would collect events before it passes them on.
  'X-Accel-Buffering': 'no',
};

export const eventRoutes = (deps: Deps) =>
  new Hono<Environment>().get('/:id/events', requireHousehold(deps), async (c) => {
    const { store, streams } = deps;
    const { id } = c.get('household');
    if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS);
    if (streams.closed) return refuseForNow(c);
    if (streams.countOf(id) >= MAX_STREAMS) return refuseTooMany(c, 30);

    // A stream of Node's own takes a tenth of the memory of a web stream.
    const stream = c.env.outgoing;
    if (!('assignSocket' in stream)) return refuseForNow(c);
    stream.writeHead(200, HEADERS);
    // A change after this line is an event; one before it is in the head that is read next.
    streams.add(id, stream);
    const now = await headOf(store, id).catch(() => null);
    if (now) streams.send(stream, changeText(now));
    else stream.end();
    return RESPONSE_ALREADY_SENT;
  });
