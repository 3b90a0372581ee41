import { resolve } from 'node:path';
import { parseHosts } from './hosts';

/** What an operator can set; docs/home-server.md lists the variables. */
export interface Config {
  host: string;
  port: number;
  /** Null: the embedded store in `dataFolder`. */
  databaseUrl: string | null;
  dataFolder: string;
  /** With less than this on its disk, the embedded store takes nothing more. */
  minFreeBytes: number;
  /** The built app. */
  appFolder: string;
  /** The word that a new household needs; null if none is needed. */
  invite: string | null;
  /** How many proxies stand before the server, each of which adds to `X-Forwarded-For`. */
  proxies: number;
  /** Who may read `/metrics`. */
  metrics: 'loopback' | 'on' | 'off';
  /** Whether every request is logged, or only what went wrong. */
  log: 'requests' | 'problems';
  /** The most that one household may store. Bytes are characters of the bodies. */
  quota: { docs: number; bytes: number };
  /** Whom a push service can write to: an address with `mailto:` or `https:`. */
  contact: string;
  /** Push services besides the known ones. */
  pushHosts: readonly string[];
  /** Hosts that a webhook may call although they are private, or without https. */
  webhookHosts: readonly string[];
  rates: Rates;
}

/** 0 means: no limit. */
export interface Rates {
  requestsPerMinuteAndAddress: number;
  requestsPerMinuteAndHousehold: number;
  newHouseholdsPerHourAndAddress: number;
  pagesPerMinuteAndHousehold: number;
  pressesPerMinuteAndButton: number;
  missesPerHourAndAddress: number;
  missesPerHour: number;
}

/** The message is one sentence for the operator. */
export class ConfigError extends Error {}

const MEBIBYTE = 1024 * 1024;

/**
 * Reads the environment. Throws a `ConfigError` that names the variable and what it may be.
 *
 * @param defaultAppFolder where the build has put the app
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, defaultAppFolder: string): Config {
  const text = (name: string): string | null => env[name]?.trim() || null;

  const number = (name: string, fallback: number, max: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    if (!/^\d{1,15}$/.test(value) || Number(value) > max) {
      throw new ConfigError(`${name} is “${value}”, but it must be a whole number from 0 to ${max}.`);
    }
    return Number(value);
  };

  const choice = <Choice extends string>(name: string, fallback: Choice, ...others: Choice[]): Choice => {
    const value = text(name) ?? fallback;
    const found = [fallback, ...others].find((other) => other === value);
    if (!found)
      throw new ConfigError(`${name} is “${value}”, but it must be one of ${[fallback, ...others].join(', ')}.`);
    return found;
  };

  return {
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 4173, 65_535),
    databaseUrl: databaseUrl(text('DATABASE_URL')),
    dataFolder: resolve(text('INFERNALOPS_DATA') ?? 'data'),
    minFreeBytes: number('INFERNALOPS_MIN_FREE_MEGABYTES', 64, 1e9) * MEBIBYTE,
    appFolder: resolve(text('INFERNALOPS_APP') ?? defaultAppFolder),
    invite: text('INFERNALOPS_INVITE'),
    proxies: number('INFERNALOPS_TRUST_PROXY', 0, 10),
    metrics: choice('INFERNALOPS_METRICS', 'loopback', 'on', 'off'),
    log: choice('INFERNALOPS_LOG', 'problems', 'requests'),
    quota: {
      docs: number('INFERNALOPS_MAX_DOCS', 250_000, 1e9),
      bytes: number('INFERNALOPS_MAX_MEGABYTES', 512, 1e6) * MEBIBYTE,
    },
    contact: contact(text('INFERNALOPS_CONTACT')),
    pushHosts: hosts('INFERNALOPS_PUSH_HOSTS', text('INFERNALOPS_PUSH_HOSTS')),
    webhookHosts: hosts('INFERNALOPS_WEBHOOK_HOSTS', text('INFERNALOPS_WEBHOOK_HOSTS')),
    rates: {
      requestsPerMinuteAndAddress: number('INFERNALOPS_REQUESTS_PER_MINUTE', 3_000, 1e9),
      requestsPerMinuteAndHousehold: number('INFERNALOPS_HOUSEHOLD_REQUESTS_PER_MINUTE', 1_500, 1e9),
      newHouseholdsPerHourAndAddress: number('INFERNALOPS_NEW_HOUSEHOLDS_PER_HOUR', 20, 1e9),
      pagesPerMinuteAndHousehold: number('INFERNALOPS_PAGES_PER_MINUTE', 60, 1e9),
      pressesPerMinuteAndButton: 20,
      missesPerHourAndAddress: 20,
      missesPerHour: 500,
    },
  };
}

function databaseUrl(value: string | null): string | null {
  if (value !== null && !/^postgres(ql)?:\/\/./.test(value)) {
    // The value may hold a password, so it is not repeated.
    throw new ConfigError('DATABASE_URL must begin with postgresql://.');
  }
  return value;
}

/** Nobody reads it, but its domain exists. */
const DEFAULT_CONTACT = 'mailto:infernalops@example.org';

/** Apple's push service refuses a contact whose domain cannot be public, with 403 for each page. */
const NO_PUBLIC_DOMAIN = /^[^.]*$|\.(localhost|local|internal|invalid|test|example|lan|home|home\.arpa)$/;

function contact(value: string | null): string {
  if (value === null) return DEFAULT_CONTACT;
  const domain =
    value.match(/^mailto:[^@\s<>]+@([^@\s<>/?]+)$/i)?.[1] ?? value.match(/^https:\/\/([^@\s<>/:?]+)/i)?.[1];
  if (domain === undefined || !URL.canParse(value) || NO_PUBLIC_DOMAIN.test(domain.toLowerCase())) {
    throw new ConfigError(
      `INFERNALOPS_CONTACT is “${value}”, but it must be mailto: with an address, or https:, at a public domain.`,
    );
  }
  return value;
}

function hosts(name: string, value: string | null): string[] {
  const entries = parseHosts(value ?? '');
  if (!entries) throw new ConfigError(`${name} is “${value}”, but it must be hosts or host:port, with commas between.`);
  return entries;
}
