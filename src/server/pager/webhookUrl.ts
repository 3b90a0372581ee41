import { isIP } from 'node:net';
import { isListed } from '@/server/hosts';
import { isPublicAddress } from '@/server/publicAddress';

/** The host of a URL, without what is around an IPv6 address or after a name. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const isLocalhost = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost');

/**
 * Returns the address of a webhook if the server may call it, as far as its text says; else null.
 * It is https, at no address that is not public. A host that the operator names may be anything,
 * and http.
 *
 * A URL is parsed as browsers do it, so `127.1`, `0x7f000001` and `[::ffff:7f00:1]` are what they
 * mean. What a name leads to is seen when it is called (`publicLookup`).
 */
export function webhookUrl(text: string, hosts: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  if (isListed(url, hosts)) return ['https:', 'http:'].includes(url.protocol) ? url : null;
  const host = hostOf(url);
  if (url.protocol !== 'https:' || isLocalhost(host)) return null;
  return isIP(host) === 0 || isPublicAddress(host) ? url : null;
}
