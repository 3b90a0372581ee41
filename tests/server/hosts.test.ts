import { describe, expect, it } from 'vitest';
import { isListed, parseHosts } from '@/server/hosts';
import { PUSH_HOSTS } from '@/server/pager/pushHosts';

describe('parseHosts', () => {
  it.each([
    ['', []],
    [' , ', []],
    ['push.example', ['push.example']],
    [' Push.Example:8443 , 192.168.1.20,[fd00::1]:8123', ['push.example:8443', '192.168.1.20', '[fd00::1]:8123']],
    ['*.push.example', ['*.push.example']],
    ['https://push.example', null],
    ['push.example/path', null],
    ['*', null],
    ['push.*.example', null],
    ['push.example:port', null],
    ['push example', null],
  ])('of “%s” is %j', (list, hosts) => {
    expect(parseHosts(list)).toEqual(hosts);
  });
});

describe('isListed', () => {
  const hosts = ['push.example', '*.below.example', 'house.local:8123', '[fd00::1]:8123', 'plain.example:80'];

  it.each([
    ['https://push.example/any?path', true],
    ['https://PUSH.example:443/', true],
    ['http://push.example/', true],
    ['https://push.example:8443/', false],
    ['https://push.example./', false],
    ['https://other.push.example/', false],
    ['https://push.example.evil.example/', false],
    ['https://push.example@evil.example/', false],
    ['https://evil.example/push.example', false],
    ['https://a.below.example/', true],
    ['https://a.b.below.example/', true],
    ['https://below.example/', false],
    ['https://notbelow.example/', false],
    ['https://a.below.example:8443/', false],
    ['http://house.local:8123/', true],
    ['http://house.local/', false],
    ['http://[fd00:0::1]:8123/', true],
    ['http://plain.example/', true],
    ['https://plain.example/', false],
  ])('%s is %s', (address, expected) => {
    expect(isListed(new URL(address), hosts)).toBe(expected);
  });

  it.each([
    'https://fcm.googleapis.com/fcm/send/fbtNcmSLNIY:APA91bE',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk',
    'https://web.push.apple.com/QGhRtyMa',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD',
  ])('knows the push service of %s', (endpoint) => {
    expect(isListed(new URL(endpoint), PUSH_HOSTS)).toBe(true);
  });
});
