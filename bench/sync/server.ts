import type { BenchResult } from '../benchResult';
import { benchCatchUp } from './catchUp';
import { type HomeProcess, startOnPglite, startOnPostgres } from './homeProcess';
import { benchOpenStreams } from './openStreams';
import { benchWrites } from './writes';

/** Measures the home server on both stores, or on PGlite alone on a machine without PostgreSQL. */
export async function benchServer(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const start of [startOnPostgres, startOnPglite]) {
    // Each on an empty store, in a process whose memory nothing else has used.
    for (const bench of [benchOpenStreams, benchWrites, benchCatchUp]) {
      const server: HomeProcess | null = await start();
      if (!server) continue;
      results.push(...(await bench(server)));
      await server.stop();
    }
  }
  return results;
}
