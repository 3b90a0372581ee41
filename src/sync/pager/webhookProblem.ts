import { MAX_URL_CHARS } from '@/protocol/limits';

export type WebhookProblem = 'noAddress' | 'password' | 'tooLong' | 'notHttps' | 'refused';

/**
 * Returns why an address cannot be a webhook, whatever the home server allows; null if it may be
 * one. Only the server knows what its operator allows besides public addresses with https.
 */
export function webhookProblem(typed: string): WebhookProblem | null {
  if (typed.length > MAX_URL_CHARS) return 'tooLong';
  if (!URL.canParse(typed)) return 'noAddress';
  const { protocol, username, password } = new URL(typed);
  if (protocol !== 'https:' && protocol !== 'http:') return 'noAddress';
  return username || password ? 'password' : null;
}

/** Returns why the server has refused an address that may be one. */
export const whyRefused = (url: string): WebhookProblem =>
  new URL(url).protocol === 'https:' ? 'refused' : 'notHttps';
