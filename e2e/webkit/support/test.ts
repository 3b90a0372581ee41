import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { StaticHost } from '../../support/host';
import { Phone } from './phone';

interface PhoneOptions {
  /** The address of the app; by default that of this test's own static host. */
  url?: string;
  locale?: string;
  /** Where the phone's clock stands still; by default it is the machine's clock. */
  time?: string;
  isDark?: boolean;
  /** What its pages may write to the console although no other page may. */
  allowedFault?: RegExp;
}

interface Fixtures {
  /** A static host with the production build, which a test may stop. */
  host: StaticHost;
  /** Makes a phone and opens the app. The test fails if a page of it has faults. */
  openPhone: (options?: PhoneOptions) => Promise<Phone>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  host: async ({}, use) => {
    const host = await new StaticHost().start();
    await use(host);
    await host.stop();
  },
  openPhone: async ({ host }, use) => {
    const phones: Phone[] = [];
    const allowedFaults: RegExp[] = [];
    await use(async ({ url = host.url, locale = 'en-GB', time, isDark = true, allowedFault } = {}) => {
      if (allowedFault) allowedFaults.push(allowedFault);
      const folder = await mkdtemp(join(tmpdir(), 'infernalops-webkit-'));
      const nowMs = time === undefined ? null : Date.parse(time);
      const phone = new Phone(url, { folder, locale, timeZone: 'Europe/Paris', isDark, nowMs });
      phones.push(phone);
      await phone.start();
      return phone;
    });
    for (const phone of phones) {
      await phone.kill();
      await rm(phone.settings.folder, { recursive: true, force: true });
    }
    const faults = phones.flatMap((phone) => phone.faults);
    expect(faults.filter((fault) => !allowedFaults.some((allowed) => allowed.test(fault)))).toEqual([]);
  },
});

export { expect };
