import { compileMessage } from '@lingui/message-utils/compileMessage';
import { describe, expect, it } from 'vitest';
import enDay from '@/i18n/en/day';
import en from '@/i18n/en/night';
import frDay from '@/i18n/fr/day';
import fr from '@/i18n/fr/night';
import type { MessageKey } from '@/i18n/messages';
import { LANGUAGES, type Language } from '@/i18n/translator';
import { deviceLanguage, loadTranslation } from '@/i18n/useTranslation';

/** Returns every message of a language by its key. */
function flat(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, string | object]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : flat(value, `${path}${name}.`),
  );
}

/** Returns the placeholders of a message, such as `child, count`. */
function valuesOf(message: string): string {
  const parts = compileMessage(message);
  const names = (part: unknown): string[] =>
    Array.isArray(part)
      ? [String(part[0]), ...part.slice(2).flatMap((inner) => Object.values(inner ?? {}).flatMap(deep))]
      : [];
  const deep = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(names) : []);
  return [...new Set(Array.isArray(parts) ? parts.flatMap(names) : [])]
    .filter((name) => name !== '#')
    .sort()
    .join(', ');
}

const english = new Map(flat({ ...en, ...enDay }));
const french = new Map(flat({ ...fr, ...frDay }));

/** Loads a language with all its messages. */
async function everyWord(language: Language, asked: readonly string[] = []) {
  const words = await loadTranslation(language, asked);
  await words.loadDayMessages();
  return words;
}

describe('the messages', () => {
  it('have the same keys in both languages, and none is empty', () => {
    expect([...french.keys()]).toEqual([...english.keys()]);
    expect(english.size).toBeGreaterThan(200);
    for (const [key, message] of [...english, ...french]) expect(message.trim(), key).not.toBe('');
  });

  it.each([...english.keys()])('%s has the same placeholders in both languages', (key) => {
    expect(valuesOf(french.get(key) ?? '')).toBe(valuesOf(english.get(key) ?? ''));
  });

  it('use the plural rules of each language', async () => {
    const [inEnglish, inFrench] = [await everyWord('en'), await everyWord('fr')];
    const say = ({ t }: typeof inEnglish) => [0, 1, 2].map((count) => t('nights.wakeUps', { count }));
    expect(say(inEnglish)).toEqual(['0 wake-ups', '1 wake-up', '2 wake-ups']);
    // In French, zero takes the singular.
    expect(say(inFrench)).toEqual(['0 réveil', '1 réveil', '2 réveils']);
  });

  it('contain the values they are given', async () => {
    const { t } = await everyWord('fr');
    expect(t('tonight.toast.woke', { child: 'Léo', time: '02:43' })).toBe('Léo se réveille · 02:43');
  });

  it('contain a name unchanged, whatever characters it has', async () => {
    const { t } = await everyWord('en');
    for (const child of ['\\u0041da', 'O\\x41', 'back\\slash', '{child}', "it's"])
      expect(t('tonight.woke', { child })).toBe(`${child} woke`);
  });

  it('keep French punctuation on the line of its word', async () => {
    const { t } = await everyWord('fr');
    expect(t('tonight.whyTitle')).toBe('À votre avis, pourquoi\u00a0?');
    for (const key of french.keys()) expect(t(key as MessageKey), key).not.toMatch(/ [:;?!»]|« /);
  });
});

describe('the language', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['en-US', 'fr'], 'en'],
    [['de-DE', 'fr-FR', 'en'], 'fr'],
    [['de', 'pt-BR'], 'en'],
    [['french'], 'fr'],
    [[], 'en'],
  ])('of a device that asks for %o is %s', (asked, language) => {
    expect(deviceLanguage(asked)).toBe(language);
  });

  it('keeps its words on a device of another, with the region of the device', async () => {
    expect((await loadTranslation('en', ['fr-CA', 'en-AU', 'en-US'])).locale).toMatch(/^en-CA\b/);
    expect((await loadTranslation('fr', ['en-GB'])).locale).toMatch(/^fr-GB\b/);
    expect(LANGUAGES).toEqual(['en', 'fr']);
  });
});
