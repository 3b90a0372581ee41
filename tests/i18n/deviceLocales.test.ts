import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { deviceLocales, usableLocales } from '@/i18n/deviceLocales';

afterEach(() => vi.unstubAllGlobals());

describe('the usable locales', () => {
  it.each([
    [['en-US@posix'], ['en-US']],
    [['en_US.UTF-8', 'de-AT@euro'], ['de-AT']],
    [['c', '*', '', 'C.UTF-8', 'POSIX', 'x'], []],
    [
      ['FR-fr', 'de'],
      ['fr-FR', 'de'],
    ],
    [['de-DE-u-hc-h12'], ['de-DE-u-hc-h12']],
    [[], []],
  ])('of %o are %o', (tags, usable) => {
    expect(usableLocales(tags)).toEqual(usable);
  });

  it('of a list of something else are none', () => {
    expect(usableLocales([null, 7, {}] as unknown as string[])).toEqual([]);
  });

  it('of any texts are accepted by Intl', () => {
    const part = fc.constantFrom(
      'en',
      'FR',
      'de',
      'c',
      '*',
      '@posix',
      '.UTF-8',
      '-',
      '_',
      'u-hc-h23',
      '419',
      '\0',
      'US',
    );
    const tag = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join('-')),
    );
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        for (const locale of usableLocales(tags))
          expect(() => new Intl.DateTimeFormat(locale, { hour: 'numeric' }).format(0)).not.toThrow();
      }),
    );
  });
});

describe('the locales of this device', () => {
  const browserLocale = Intl.DateTimeFormat().resolvedOptions().locale;

  it.each([[undefined], [[]], [['*']], [['c']]])('are the one in which the browser formats, with %o', (languages) => {
    vi.stubGlobal('navigator', { languages });
    expect(deviceLocales()).toEqual([browserLocale]);
  });

  it('begin with the preferred one', () => {
    vi.stubGlobal('navigator', { languages: ['de-DE@euro', 'fr'] });
    expect(deviceLocales()).toEqual(['de-DE', 'fr', browserLocale]);
  });
});
