import type { KeyedLine } from '@/domain/postmortem/lines';
import { escapeMarkdown } from '@/domain/postmortem/markdown';
import type { HouseholdLog } from '@/domain/rows/tables';
import type { Format } from '@/i18n/format';
import { formatMoment, formatTimeOn } from '@/i18n/formatMoment';
import type { Translation } from '@/i18n/useTranslation';
import { hashOf } from '@/lib/hash';
import { type Day, type Instant, MINUTE_MS } from '@/lib/time';
import type { PostmortemData } from './postmortemData';

/** The translations and formats of a section, in the household's language and time zone. */
export interface SectionFormat {
  t: Translation['t'];
  format: Format;
  /** Formats minutes as a duration: `1 h 28`. */
  formatMinutes: (value: number) => string;
  formatPercent: (share: number) => string;
  /** Formats an instant with its day, and one as its time alone on a day that the reader knows. */
  formatMoment: (at: Instant) => string;
  formatTimeOn: (day: Day, at: Instant) => string;
  /** Returns the name of a child or caregiver, escaped for Markdown. */
  nameOf: (id: string | null) => string;
}

/**
 * Generates the lines of one section. A line's key is the same in every language, so that a stored
 * line can be matched with a newly generated one.
 */
export type Section = (data: PostmortemData, sectionFormat: SectionFormat) => KeyedLine[];

/** Creates the formats of the sections, in the translation's language. */
export function createSectionFormat(
  { t, numberLocale }: Translation,
  format: Format,
  { household, children, caregivers }: HouseholdLog,
): SectionFormat {
  const percentFormat = new Intl.NumberFormat(numberLocale, { style: 'percent', maximumFractionDigits: 1 });
  const names = new Map([...children, ...caregivers].map(({ id, name }) => [id, escapeMarkdown(name)]));
  return {
    t,
    format,
    // Rounding to the millisecond keeps whole minutes whole after a division.
    formatMinutes: (value) => (value === 0 ? '0\u00a0min' : format.duration(Math.round(value * MINUTE_MS))),
    formatPercent: (share) => percentFormat.format(share),
    formatMoment: (at) => formatMoment(at, format, household),
    formatTimeOn: (day, at) => formatTimeOn(day, at, format, household),
    nameOf: (id) => names.get(id ?? '') ?? t('common.somebody'),
  };
}

/** A line of plain text, a list item, and an item with an empty checkbox. */
export const textLine = (key: string, text: string): KeyedLine => ({ key, text });
export const listItem = (key: string, text: string): KeyedLine => ({ key, text: `- ${text}` });
export const taskItem = (key: string, text: string): KeyedLine => ({ key, text: `- [ ] ${text}` });

/**
 * Returns the key of a line about one row. The ids are hashed, since an id may hold any character
 * and a key may not.
 */
export const lineKey = (part: string, ...ids: string[]): string => `${part}.${hashOf(ids.join(' '))}`;
