/** SQLSTATE classes and codes of a database that is away or shutting down, and may come back. */
const UNAVAILABLE = /^(08|57P0[1-5]|53300|40001|40P01|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|ENOENT|EAI_AGAIN)/;

/** `pg` gives these errors no code. */
const CONNECTION_LOST = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** SQLSTATE 53100, and what a file system says. */
const FULL = ['53100', 'ENOSPC', 'EDQUOT'];

/**
 * Says what an error of the store means to a phone: `full` until somebody makes room, `unavailable`
 * for a while, or `failed` for a fault of the server.
 */
export function kindOfFailure(error: unknown): 'full' | 'unavailable' | 'failed' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.includes(code)) return 'full';
  if (UNAVAILABLE.test(code)) return 'unavailable';
  return error instanceof Error && CONNECTION_LOST.test(error.message) ? 'unavailable' : 'failed';
}
