import type { MessageKey } from './messages';
import type { MessageValues } from './translator';

interface Attempts {
  attempts: number;
  answered: number;
  rate: number | null;
}

interface EscalationsOfPerson {
  name: string;
  voice: Attempts;
  page: Attempts;
  /** The pages that were sent, and those for which a phone rang. */
  sent: number;
  delivered: number;
}

interface EscalationFormat {
  t: (key: MessageKey, values?: MessageValues) => string;
  formatPercent: (share: number | null) => string;
  /** With fewer attempts than this, they are counted out: a share would say too little. */
  minCases: number;
}

/**
 * Returns what the dashboard and the report say of a caregiver once somebody was paged: for how
 * many of the elbows and of the pages they wake, and how often their phone rang. It is empty for a
 * caregiver who was never called.
 *
 * @example "Dad wakes for 20% of the elbows and 3 of 4 pages. Dad’s phone rang for 3 of 4 pages."
 */
export function formatEscalations(person: EscalationsOfPerson, { t, formatPercent, minCases }: EscalationFormat) {
  const { name, voice, page, sent, delivered } = person;
  const formatPart = ({ attempts, answered, rate }: Attempts, what: 'elbows' | 'pages') =>
    attempts < minCases
      ? t(what === 'elbows' ? 'dashboard.escalations.fewElbows' : 'dashboard.escalations.fewPages', {
          answered,
          attempts,
        })
      : t(`dashboard.escalations.${what}`, { rate: formatPercent(rate) });
  const [elbows, pages] = [formatPart(voice, 'elbows'), formatPart(page, 'pages')];
  const parts = [...(voice.attempts > 0 ? [elbows] : []), ...(page.attempts > 0 ? [pages] : [])];
  const what = parts.length === 2 ? t('dashboard.escalations.both', { elbows, pages }) : parts[0];
  return [
    ...(what ? [t('dashboard.escalations.wakesFor', { name, what })] : []),
    ...(sent > 0 ? [t('dashboard.escalations.rang', { name, sent, delivered })] : []),
  ].join(' ');
}
