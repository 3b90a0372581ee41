import { ok, type Result } from '@/domain/refusal';
import { newId } from '@/lib/ids';
import { command } from './door';

/** Gives an id to a log that has none, because an app which knew no ids has made it. */
export const ensureLogId = command(
  'ensureLogId',
  ['meta'],
  async (db): Promise<Result<null>> => {
    const stored = await db.meta.get('log');
    const logId = stored?.id === 'log' ? stored.logId : newId();
    await db.meta.put({ id: 'log', logId });
    db.logId = logId;
    return ok(null);
  },
  { retryAtStart: false },
);
