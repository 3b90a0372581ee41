import type { Instant } from '@/lib/time';

/** Returns the server's clock when it answered, in whole seconds, or null if it does not say. */
export function dateOf(response: Response): Instant | null {
  const ms = Date.parse(response.headers.get('Date') ?? '');
  return Number.isNaN(ms) ? null : (ms as Instant);
}

export const hasType = (response: Response, type: string): boolean =>
  response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() === type;

/** Returns the JSON of an answer, or undefined if it is none or calls itself something else. */
export function jsonOf(response: Response, text: string): unknown {
  if (!hasType(response, 'application/json')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
