import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '@/server/config';
import { createLog, shortId } from '@/server/log';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({}, '/app/dist')).toMatchObject({
      host: '127.0.0.1',
      port: 4173,
      databaseUrl: null,
      dataFolder: `${process.cwd()}/data`,
      appFolder: '/app/dist',
      invite: null,
      proxies: 0,
      metrics: 'loopback',
      log: 'problems',
      contact: 'mailto:infernalops@example.org',
      pushHosts: [],
      webhookHosts: [],
      quota: { docs: 250_000, bytes: 512 * 1024 * 1024 },
    });
  });

  it('takes an empty variable for a missing one, as compose files write them', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', INFERNALOPS_INVITE: '' }, '/app')).toEqual(readConfig({}, '/app'));
  });

  it.each([
    ['PORT', '70000', 'PORT is “70000”, but it must be a whole number from 0 to 65535.'],
    ['PORT', '-1', 'PORT is “-1”, but it must be a whole number from 0 to 65535.'],
    [
      'INFERNALOPS_MAX_DOCS',
      '1e5',
      'INFERNALOPS_MAX_DOCS is “1e5”, but it must be a whole number from 0 to 1000000000.',
    ],
    ['INFERNALOPS_TRUST_PROXY', 'yes', 'INFERNALOPS_TRUST_PROXY is “yes”, but it must be a whole number from 0 to 10.'],
    ['INFERNALOPS_METRICS', 'yes', 'INFERNALOPS_METRICS is “yes”, but it must be one of loopback, on, off.'],
    ['INFERNALOPS_LOG', 'all', 'INFERNALOPS_LOG is “all”, but it must be one of problems, requests.'],
    [
      'INFERNALOPS_PUSH_HOSTS',
      'https://push.example',
      'INFERNALOPS_PUSH_HOSTS is “https://push.example”, but it must be hosts or host:port, with commas between.',
    ],
    ['DATABASE_URL', 'mysql://user:secret@host', 'DATABASE_URL must begin with postgresql://.'],
  ])('refuses %s = %s in one sentence', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value }, '/app')).toThrow(new ConfigError(sentence));
  });
});

describe('the contact for push services', () => {
  const contactOf = (value: string) => readConfig({ INFERNALOPS_CONTACT: value }, '/app').contact;

  it.each(['mailto:parents@nights.example.org', 'https://nights.example.org', 'https://home.tail1234.ts.net/about'])(
    'may be %s',
    (contact) => {
      expect(contactOf(contact)).toBe(contact);
    },
  );

  // Apple's push service answers all of these with 403.
  it.each([
    'parents@nights.example.org',
    'mailto:parents',
    'mailto:parents@localhost',
    'mailto:<parents@nights.example.org>',
    'mailto:parents@home.local',
    'mailto:parents@nights.invalid',
    'https://localhost:4173',
    'https://Home.Local',
    'http://nights.example.org',
    'https://',
  ])('may not be %s', (contact) => {
    expect(() => contactOf(contact)).toThrow(
      new ConfigError(
        `INFERNALOPS_CONTACT is “${contact}”, but it must be mailto: with an address, or https:, at a public domain.`,
      ),
    );
  });
});

describe('the log', () => {
  it('has one JSON object a line', () => {
    const lines: string[] = [];
    createLog((line) => lines.push(line)).warn('connectionLost', { reason: 'a\nb' });
    expect(lines).toEqual([expect.stringMatching(/^\{.*\}\n$/)]);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'warn',
      event: 'connectionLost',
      reason: 'a\nb',
    });
  });

  it('has too little of an id to use it', () => {
    expect(shortId('AbCdEfGhIjKlMnOpQrStUv')).toBe('AbCd');
  });
});
