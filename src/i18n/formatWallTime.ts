import type { Instant, WallTime } from '@/lib/time';
import { getFormat } from './format';

/** Formats a time of any day like an instant: `02:43`, or `2:43 AM` in locales with 12 hours. */
export const formatWallTime = (time: WallTime, locale: string): string =>
  getFormat(locale, 'UTC').time(Date.parse(`1970-01-01T${time}Z`) as Instant);
