import { type LookupAddress, type LookupOptions, lookup as lookupDns } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/*
 * The special ranges of IANA's registries for IPv4 and IPv6. What a household may name must not
 * lead the server into the house, into its own machine, or to a cloud's metadata.
 */

const notPublic4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved, broadcast.
  ['224.0.0.0', 3],
] as const)
  notPublic4.addSubnet(network, prefix, 'ipv4');

/**
 * All public addresses of IPv6 are in this one: not in it are loopback, unique local, link local,
 * multicast, and the ranges that carry an IPv4 address (mapped, compatible, NAT64).
 */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

const notPublic6 = new BlockList();
for (const [network, prefix] of [
  // Teredo and other special uses.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4, which carries an IPv4 address.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic6.addSubnet(network, prefix, 'ipv6');

/** Whether an address, as a resolver or a parsed URL writes it, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic4.check(address, 'ipv4');
  if (version !== 6 || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
}

/** The name led to an address that is not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** What `https.request` takes as `lookup`. */
export type Lookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/** Finds all addresses of a name. */
export type ResolveAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A `lookup` that fails with a `PrivateAddressError` if only one of the addresses of a name is not
 * public. The connection goes to the addresses that were checked: a name that has others a moment
 * later gains nothing. Node does not ask it for a host that is an address already.
 */
export const publicLookup =
  (resolveAll: ResolveAll = lookupDns): Lookup =>
  (hostname, options, callback) =>
    resolveAll(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('The name has no address.'), []);
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(new PrivateAddressError('The name leads to an address that is not public.'), []);
      }
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
