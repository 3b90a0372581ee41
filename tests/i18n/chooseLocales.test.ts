import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLocales, type HoursChoice } from '@/i18n/chooseLocales';
import { usableLocales } from '@/i18n/deviceLocales';
import { getFormat } from '@/i18n/format';
import { formatWallTime } from '@/i18n/formatWallTime';
import { LANGUAGES, type Language } from '@/i18n/translator';
import { at, day, PARIS, toWallTime } from '../support/factories';

/** Without what differs between versions of Intl: its spaces, apostrophes and invisible marks. */
const plain = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/’/g, "'")
    .replace(/\u200e/g, '');
const night = at('2026-11-17 02:43:10');
const afternoon = at('2026-11-17 14:30:00');

function show(devices: readonly string[], language: Language, hours: HoursChoice) {
  const { locale, numberLocale } = chooseLocales(language, usableLocales(devices), hours);
  const format = getFormat(locale, PARIS);
  const share = new Intl.NumberFormat(numberLocale, { style: 'percent', maximumFractionDigits: 1 }).format(0.935);
  return {
    time: plain(format.time(night)),
    afternoon: plain(format.time(afternoon)),
    seconds: plain(format.timeWithSeconds(night)),
    number: plain(new Intl.NumberFormat(numberLocale).format(1234.5)),
    share: plain(share),
    longDay: plain(format.longDay(day('2026-11-17'))),
  };
}

/**
 * For each device, by its locales: the time in English and in French as the device writes it, the
 * same with 12 hours, and a number and a share in both languages.
 */
const DEVICES = `
  de-DE,de,en-US,en   | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5 %
  fr-FR,fr,en-US,en   | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1 234,5 | 93,5 %
  en-GB               | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1,234.5 | 93.5%
  en-US,en            | 2:43 AM | 2:43 AM | 2:43 AM   | 2:43 AM     | 1,234.5 | 93.5%
  en-DE               | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5 %
  fr-CA               | 02:43   | 02 h 43 | 2:43 a.m. | 2:43 AM     | 1 234,5 | 93,5 %
  fr-US               | 2:43 AM | 2:43 AM | 2:43 AM   | 2:43 AM     | 1,234.5 | 93.5%
  de-CH               | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1'234.5 | 93.5%
  ar-EG               | 2:43 am | 2:43 AM | 2:43 am   | 2:43 AM     | 1,234.5 | 93.5%
  en-BR               | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5%
  de,en-US,en         | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5 %
  en,de-DE            | 02:43   | 02:43   | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5 %
  de-DE-u-hc-h12      | 2:43 am | 2:43 AM | 2:43 am   | 2:43 AM     | 1.234,5 | 93,5 %
  c,*,en-US@posix     | 2:43 AM | 2:43 AM | 2:43 AM   | 2:43 AM     | 1,234.5 | 93.5%`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the hours and numbers of a device', () => {
  it.each(DEVICES)('%s are as it writes them, in both languages and with each choice', (...device) => {
    const [tags = '', english, french, english12, french12, number, share] = device;
    const timeOf = (language: Language, hours: HoursChoice) => show(tags.split(','), language, hours).time;
    expect([timeOf('en', null), timeOf('fr', null)]).toEqual([english, french]);
    expect([timeOf('en', 12), timeOf('fr', 12)]).toEqual([english12, french12]);
    expect([timeOf('en', 24), timeOf('fr', 24)]).toEqual(['02:43', french?.includes('h') ? '02 h 43' : '02:43']);
    for (const language of LANGUAGES) expect(show(tags.split(','), language, null)).toMatchObject({ number, share });
  });

  it('are those of the language if the device names no locale', () => {
    expect(show([], 'en', null)).toMatchObject({ time: '2:43 AM', number: '1,234.5' });
    expect(show([], 'fr', null)).toMatchObject({ time: '02:43', number: '1 234,5' });
  });

  it('keep the words of the language and the order of the region', () => {
    expect(show(['de-DE'], 'en', null).longDay).toMatch(/^Tuesday,? 17 November 2026$/);
    expect(show(['en-BR'], 'en', null).longDay).toMatch(/^Tuesday,? 17 November 2026$/);
    expect(show(['en-US'], 'en', null).longDay).toBe('Tuesday, November 17, 2026');
    expect(show(['en-US'], 'fr', null).longDay).toBe('mardi 17 novembre 2026');
  });

  it('have a leading zero with 24 hours and none with 12', () => {
    expect(show(['en-US'], 'en', 24)).toMatchObject({ seconds: '02:43:10', afternoon: '14:30' });
    expect(show(['en-US'], 'en', 12)).toMatchObject({ seconds: '2:43:10 AM', afternoon: '2:30 PM' });
  });

  it('show midnight as 00:00 with 24 hours and as 12:00 with 12', () => {
    for (const device of ['en-US', 'de-DE', 'en-IN', 'fr-FR'])
      for (const language of LANGUAGES) {
        const midnightText = (hours: HoursChoice) =>
          plain(formatWallTime(toWallTime('00:00'), chooseLocales(language, [device], hours).locale));
        expect(midnightText(24)).toBe('00:00');
        expect(midnightText(12)).toMatch(/^12:00 [ap]m$/i);
      }
  });

  it('never throw, and a choice is always followed', () => {
    const part = fc.constantFrom(
      'en',
      'fr',
      'de',
      'ar',
      'zh',
      'Latn',
      'US',
      'DE',
      '419',
      '001',
      'ZZ',
      'posix',
      'u-hc-h11',
    );
    const tag = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(
        fc.array(tag),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom(12, 24, null),
        (tags, language, hours) => {
          const { time } = show(tags, language, hours as HoursChoice);
          if (hours) expect(/[ap]\.?m\.?$/i.test(time)).toBe(hours === 12);
        },
      ),
    );
  });
});
