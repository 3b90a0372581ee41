import type { KeyedLine } from '@/domain/postmortem/lines';
import { escapeMarkdown } from '@/domain/postmortem/markdown';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Format } from '@/i18n/format';
import type { Translation } from '@/i18n/useTranslation';
import { hashOf } from '@/lib/hash';
import { MINUTE_MS } from '@/lib/time';
import type { PostmortemData } from './postmortemData';

/** The words and numbers of a section, in the language and the clock of the household. */
export interface SectionFormat {
  t: Translation['t'];
  format: Format;
  /** Minutes as people say them: `1 h 28`. */
  formatMinutes: (value: number) => string;
  formatPercent: (share: number) => string;
  /** A person's or child's name as Markdown can have it. */
  nameOf: (id: string | null) => string;
}

/** A part of the text: plain data in, lines out. What is known under a key stays so in every language. */
export type Section = (story: PostmortemData, say: SectionFormat) => KeyedLine[];

export function createSectionFormat(
  { t, locale }: Translation,
  format: Format,
  { children, caregivers }: HouseholdLog,
): SectionFormat {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const names = new Map([...children, ...caregivers].map(({ id, name }) => [id, escapeMarkdown(name)]));
  return {
    t,
    format,
    // Rounded to the millisecond: a division may have left a hair less than a whole minute.
    formatMinutes: (value) => (value === 0 ? '0\u00a0min' : format.duration(Math.round(value * MINUTE_MS))),
    formatPercent: (share) => percent.format(share),
    nameOf: (id) => names.get(id ?? '') ?? t('common.somebody'),
  };
}

export const textLine = (key: string, text: string): KeyedLine => ({ key, text });
export const listItem = (key: string, text: string): KeyedLine => ({ key, text: `- ${text}` });
export const taskItem = (key: string, text: string): KeyedLine => ({ key, text: `- [ ] ${text}` });

/** A key for one of many rows. An id may be anything, a key may not. */
export const lineKey = (part: string, ...ids: string[]): string => `${part}.${hashOf(ids.join(' '))}`;
