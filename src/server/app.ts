import { Hono } from 'hono';
import { API_BASE } from '@/protocol/limits';
import { refuse, refuseForNow } from './answers';
import type { Deps, Environment } from './environment';
import { limitAddress, observe, securityHeaders } from './middleware';
import { buttonRoutes, pressRoutes } from './routes/buttons';
import { deviceRoutes } from './routes/devices';
import { docRoutes } from './routes/docs';
import { eventRoutes } from './routes/events';
import { figureRoutes, publishedFigureRoutes } from './routes/figures';
import { apiHealthRoutes, healthRoutes } from './routes/health';
import { householdRoutes } from './routes/households';
import { invitationRoutes } from './routes/invitations';
import { metricsRoutes } from './routes/metrics';
import { pageRoutes } from './routes/pages';
import { webhookRoutes } from './routes/webhook';
import { type StaticFiles, serveStaticFiles } from './staticFiles';
import { kindOfFailure } from './store/kindOfFailure';

/** The API of `src/protocol` and the built app, on one origin. */
export function createApp(deps: Deps, files: StaticFiles): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(observe(deps), securityHeaders);

  app.use(`${API_BASE}/*`, limitAddress(deps), async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.route(`${API_BASE}/health`, apiHealthRoutes(deps));
  app.route(`${API_BASE}/households`, householdRoutes(deps));
  app.route(`${API_BASE}/households`, docRoutes(deps));
  app.route(`${API_BASE}/households`, eventRoutes(deps));
  app.route(`${API_BASE}/households`, deviceRoutes(deps));
  app.route(`${API_BASE}/households`, pageRoutes(deps));
  app.route(`${API_BASE}/households`, webhookRoutes(deps));
  app.route(`${API_BASE}/households`, buttonRoutes(deps));
  app.route(`${API_BASE}/buttons`, pressRoutes(deps));
  app.route(`${API_BASE}/households`, figureRoutes(deps));
  app.route(`${API_BASE}/invitations`, invitationRoutes(deps));
  app.all(`${API_BASE}/*`, (c) => refuse(c, 'notFound'));

  app.route('/health', healthRoutes(deps));
  app.route('/metrics', metricsRoutes(deps));
  app.route('/metrics/household', publishedFigureRoutes(deps));
  app.get('*', serveStaticFiles(files));

  app.notFound((c) => c.text('Not found\n', 404));
  app.onError((error, c) => {
    const kind = kindOfFailure(error);
    deps.log.error('requestFailed', { kind, reason: error.message });
    if (kind === 'full') return refuse(c, 'full');
    return kind === 'unavailable' ? refuseForNow(c) : refuse(c, 'failed');
  });
  return app;
}
