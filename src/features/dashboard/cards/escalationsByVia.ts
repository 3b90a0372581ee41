import type { Caregiver } from '@/domain/rows/household';
import type { Translation } from '@/i18n/useTranslation';
import type { Metrics } from '@/metrics/computeMetrics';
import type { Escalations, EscalationsByVia } from '@/metrics/escalations';
import type { Pages } from '@/metrics/pages';
import type { Table } from '../CardMenu';
import { MIN_CASES } from '../cases';
import type { Meter } from '../charts/Meters';
import type { FigureText } from '../useFigureText';

/* What the card of the escalations shows once somebody was paged: elbows and pages apart. */

type PagedPerson = Pick<Caregiver, 'id' | 'name' | 'color'> & EscalationsByVia & Pages;

/** Adds the figures by voice and by page; null if nobody was paged. */
export function peoplePaged(
  people: readonly Pick<Caregiver, 'id' | 'name' | 'color'>[],
  { escalations: { byVia }, pages }: Metrics,
): PagedPerson[] | null {
  if (!byVia || !pages) return null;
  return people.flatMap(({ id, name, color }) => {
    const [via, sent] = [byVia[id], pages.byCaregiver[id]];
    return via && sent ? [{ id, name, color, ...via, ...sent }] : [];
  });
}

export const tableByVia = (
  people: readonly PagedPerson[],
  { formatNumber, formatPercent, formatMinutes }: FigureText,
  t: Translation['t'],
): Table => {
  const formatAttempts = ({ attempts, answered, rate }: Escalations) =>
    attempts === 0 ? formatPercent(rate) : `${formatPercent(rate)} (${answered}/${attempts})`;
  return {
    head: [
      t('dashboard.person'),
      t('dashboard.escalations.table.elbows'),
      t('dashboard.escalations.table.pages'),
      t('dashboard.escalations.table.rang'),
      t('dashboard.escalations.table.declined'),
      t('dashboard.escalations.table.untilUp'),
    ],
    rows: () =>
      people.map(({ name, voice, page, sent, delivered, declined, answer }) => [
        name,
        formatAttempts(voice),
        formatAttempts(page),
        `${delivered}/${sent}`,
        formatNumber(declined),
        formatMinutes(answer.median),
      ]),
  };
};

/** One bar for the elbows and one for the pages of each caregiver, where there were any. */
export const metersByVia = (people: readonly PagedPerson[], t: Translation['t']): Meter[] =>
  people.flatMap((person) =>
    (['voice', 'page'] as const).flatMap((via) => {
      const { attempts, answered, rate } = person[via];
      if (attempts === 0) return [];
      const viaText = t(via === 'page' ? 'dashboard.escalations.byPage' : 'dashboard.escalations.byElbow');
      return [
        {
          id: `${person.id} ${via}`,
          name: t('dashboard.escalations.ofName', { name: person.name, via: viaText }),
          value: `${answered} / ${attempts}`,
          color: `--c-${person.color}`,
          hasTooFewCases: attempts < MIN_CASES,
          parts: [{ part: rate, look: 'actual' as const }],
        },
      ];
    }),
  );
