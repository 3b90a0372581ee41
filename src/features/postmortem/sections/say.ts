import type { KeyedLine } from '@/domain/postmortem/lines';
import { asMarkdown } from '@/domain/postmortem/markdown';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Format } from '@/i18n/format';
import type { Words } from '@/i18n/language';
import { hashOf } from '@/lib/hash';
import { MINUTE_MS } from '@/lib/time';
import type { NightStory } from './story';

/** The words and numbers of a section, in the language and the clock of the household. */
export interface Say {
  t: Words['t'];
  format: Format;
  /** Minutes as people say them: `1 h 28`. */
  minutes: (value: number) => string;
  percent: (share: number) => string;
  /** A person's or child's name as Markdown can have it. */
  nameOf: (id: string | null) => string;
}

/** A part of the text: plain data in, lines out. What is known under a key stays so in every language. */
export type Section = (story: NightStory, say: Say) => KeyedLine[];

export function sayFor({ t, locale }: Words, format: Format, { children, caregivers }: HouseholdLog): Say {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const names = new Map([...children, ...caregivers].map(({ id, name }) => [id, asMarkdown(name)]));
  return {
    t,
    format,
    // Rounded to the millisecond: a division may have left a hair less than a whole minute.
    minutes: (value) => (value === 0 ? '0\u00a0min' : format.duration(Math.round(value * MINUTE_MS))),
    percent: (share) => percent.format(share),
    nameOf: (id) => names.get(id ?? '') ?? t('common.somebody'),
  };
}

export const line = (key: string, text: string): KeyedLine => ({ key, text });
export const item = (key: string, text: string): KeyedLine => ({ key, text: `- ${text}` });
export const task = (key: string, text: string): KeyedLine => ({ key, text: `- [ ] ${text}` });

/** A key for one of many rows. An id may be anything, a key may not. */
export const keyFor = (part: string, ...ids: string[]): string => `${part}.${hashOf(ids.join(' '))}`;
