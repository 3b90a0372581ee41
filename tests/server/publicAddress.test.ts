import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { webhookUrl } from '@/server/pager/webhookUrl';
import { isPublicAddress, PrivateAddressError, publicLookup } from '@/server/publicAddress';

describe('isPublicAddress', () => {
  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.169.0.1',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:82b::200e',
    '3ffe::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['this network', '0.0.0.0'],
    ['a house', '10.0.0.1'],
    ['a house', '172.16.0.1'],
    ['a house', '172.31.255.255'],
    ['a house', '192.168.178.1'],
    ['a provider’s NAT, or a tailnet', '100.64.0.1'],
    ['a provider’s NAT, or a tailnet', '100.127.255.255'],
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.255'],
    ['link local, with the metadata of clouds', '169.254.169.254'],
    ['protocol assignments', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.1'],
    ['documentation', '203.0.113.1'],
    ['6to4 relays', '192.88.99.1'],
    ['benchmarks', '198.19.255.255'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['an IPv4 address, mapped', '::ffff:10.0.0.1'],
    ['an IPv4 address, mapped', '::ffff:808:808'],
    ['an IPv4 address, compatible', '::7f00:1'],
    ['NAT64', '64:ff9b::a00:1'],
    ['discard', '100::1'],
    ['Teredo', '2001:0:a00:1::1'],
    ['documentation', '2001:db8::1'],
    ['6to4 of 10.0.0.1', '2002:a00:1::1'],
    ['documentation', '3fff:fff::1'],
    ['unique local', 'fc00::1'],
    ['unique local', 'fd12:3456::1'],
    ['link local', 'fe80::1'],
    ['link local with its zone', 'fe80::1%eth0'],
    ['a public one with a zone', '2606:4700:4700::1111%eth0'],
    ['multicast', 'ff02::1'],
    ['no address', 'ntfy.example'],
    ['nothing', ''],
  ])('%s (%s) is not', (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('publicLookup', () => {
  /** What a name leads to if it has these addresses. */
  const find = (addresses: readonly string[], options = { all: true }) =>
    new Promise((resolve) => {
      const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const lookup = publicLookup((_hostname, _options, callback) => callback(null, found));
      lookup('hook.example', options, (error, ...result) => resolve(error ?? result));
    });

  it('finds all addresses, or the first one for whoever asks for one', async () => {
    const both = ['1.1.1.1', '2606:4700:4700::1111'];
    expect(await find(both)).toEqual([
      [
        { address: '1.1.1.1', family: 4 },
        { address: '2606:4700:4700::1111', family: 6 },
      ],
    ]);
    expect(await find(both, { all: false })).toEqual(['1.1.1.1', 4]);
  });

  it.each([[['10.0.0.7']], [['1.1.1.1', '10.0.0.7']], [['2606:4700:4700::1111', '::1']], [['::ffff:192.168.1.1']]])(
    'finds nothing if only one of %j is not public',
    async (addresses) => {
      expect(await find(addresses)).toBeInstanceOf(PrivateAddressError);
      expect(await find(addresses, { all: false })).toBeInstanceOf(PrivateAddressError);
    },
  );

  it('passes on that a name is unknown', async () => {
    expect(await find([])).toEqual(new Error('The name has no address.'));
    const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const error = await new Promise((resolve) =>
      publicLookup((_hostname, _options, callback) => callback(unknown, []))('hook.example', {}, resolve),
    );
    expect(error).toBe(unknown);
  });
});

describe('webhookUrl', () => {
  const HOSTS = ['homeassistant.local:8123', '192.168.1.20:8123', '[fd00::20]:8123'];

  it.each([
    'https://ntfy.sh/our-nights',
    'https://nights.example.org:8443/api/webhook/abc?x=1',
    'https://1.1.1.1/hook',
    'https://[2606:4700:4700::1111]/hook',
    'http://homeassistant.local:8123/api/webhook/abc',
    'https://homeassistant.local:8123/api/webhook/abc',
    'http://192.168.1.20:8123/api/webhook/abc',
    'http://[fd00:0:0::20]:8123/api/webhook/abc',
  ])('takes %s', (text) => {
    expect(webhookUrl(text, HOSTS)?.href).toBe(new URL(text).href);
  });

  it.each([
    ['no address', 'ntfy.sh/our-nights'],
    ['nothing', ''],
    ['http', 'http://ntfy.sh/our-nights'],
    ['another scheme', 'ftp://ntfy.sh/our-nights'],
    ['another scheme at a host of the list', 'ftp://homeassistant.local:8123/'],
    ['a file', 'file:///etc/passwd'],
    ['a name and a password', 'https://user:password@ntfy.sh/'],
    ['localhost', 'https://localhost/'],
    ['localhost with a dot', 'https://localhost./'],
    ['localhost in capitals', 'https://LOCALHOST:8443/'],
    ['a name below localhost', 'https://hook.localhost/'],
    ['loopback', 'https://127.0.0.1/'],
    ['loopback, shortened', 'https://127.1/'],
    ['loopback in hexadecimal', 'https://0x7f000001/'],
    ['loopback as one number', 'https://2130706433/'],
    ['loopback in octal', 'https://0177.0.0.1/'],
    ['loopback with a dot', 'https://127.0.0.1./'],
    ['loopback in fullwidth digits', 'https://１２７.０.０.１/'],
    ['loopback, percent-encoded', 'https://%31%32%37.0.0.1/'],
    ['zero', 'https://0/'],
    ['loopback of IPv6', 'https://[::1]/'],
    ['a private address, mapped', 'https://[::ffff:10.0.0.1]/'],
    ['a private address, mapped, in hexadecimal', 'https://[::ffff:a00:1]/'],
    ['a private address', 'https://10.0.0.1/'],
    ['a cloud’s metadata', 'https://169.254.169.254/latest/meta-data/'],
    ['unique local', 'https://[fd00::1]/'],
    ['link local', 'https://[fe80::1]/'],
    ['a host of the list on another port', 'http://192.168.1.20/'],
    ['a private address after a name that looks public', 'https://ntfy.sh@10.0.0.1/'],
  ])('does not take %s: %s', (_, text) => {
    expect(webhookUrl(text, HOSTS)).toBeNull();
  });
});
