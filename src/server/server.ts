import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config';
import { createLog } from './log';
import { type RunningServer, startServer } from './startServer';

/*
 * `node dist-server/server.js` starts the home server. It stops on SIGTERM and SIGINT; a second
 * signal stops it at once. The exit status is 2 for a setting that cannot be, 1 for a start that
 * failed.
 */

const EXIT_FAILED = 1;
const EXIT_CONFIG = 2;

const log = createLog((line) => process.stdout.write(line));

async function main(): Promise<RunningServer> {
  const config = readConfig(process.env, fileURLToPath(new URL('../dist', import.meta.url)));
  const server = await startServer(config, log);
  const store = config.databaseUrl === null ? config.dataFolder : 'PostgreSQL';
  log.info('started', { url: server.url, store });
  return server;
}

function exitWith(status: number, message: string): never {
  process.stderr.write(`home server: ${message}\n`);
  process.exit(status);
}

/** A sentence for what an operator can mend; everything else as it comes. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return `${error.message}: another process has this port. PORT names another one.`;
  if (code === 'EACCES' || code === 'EPERM') return `${error.message}: the server may not do this.`;
  return error.message || String(code);
}

const starting = main();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    process.once(signal, () => process.exit(EXIT_FAILED));
    log.info('stopping', { signal });
    await (await starting).stop();
    log.info('stopped');
    process.exit();
  });
}
starting.catch((error: unknown) => exitWith(error instanceof ConfigError ? EXIT_CONFIG : EXIT_FAILED, explain(error)));
