import type { Format } from '@/i18n/format';
import type { Translation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import type { LostLog } from '@/stores/status';

/** Says that the log or its end is gone, and when it was last seen. */
export const formatLostLog = (
  { what, lastSeenAt }: LostLog,
  t: Translation['t'],
  format: Format,
  timeZone: string,
): string =>
  t(`storage.lost.${what}`, {
    day: format.day(wallClockAt(lastSeenAt, timeZone).day),
    time: format.time(lastSeenAt),
  });
