import type { HouseholdLog } from '@/domain/rows/tables';
import { formatEscalations } from '@/i18n/formatEscalations';
import { householdFormat } from '@/i18n/householdFormat';
import type { ReportTranslation } from '@/i18n/report';
import { MINUTE_MS } from '@/lib/time';
import type { Charts } from '@/metrics/computeCharts';
import type { Metrics } from '@/metrics/computeMetrics';

/** With fewer cases than this, they are counted out instead of a share. */
const MIN_CASES = 5;

interface Figures {
  metrics: Metrics;
  charts: Charts;
  log: HouseholdLog;
}

/**
 * Returns what the dashboard's cards say about the load, the escalations, the limits and the double
 * incidents, as a Markdown list. Sentences without data are left out; the tables show them as "no
 * data".
 */
export function formatSentences({ metrics, charts, log }: Figures, { t, tReport, locale }: ReportTranslation): string {
  const format = householdFormat(locale, log.household);
  const numberFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const { double, availability, load, escalations, pages, fatigue } = metrics;
  const formatPercent = (share: number | null) => (share === null ? tReport('none') : percentFormat.format(share));
  const people = log.caregivers.filter(({ deletedAt }) => deletedAt === null);
  const lines = people.flatMap(({ id, name: rawName }) => {
    const name = escapeMarkdown(rawName);
    const share = load.byCaregiver[id]?.share ?? null;
    const planned = charts.planned[id] ?? null;
    const { rate = null, attempts = 0 } = escalations.byCaregiver[id] ?? {};
    const capacity = fatigue.byCaregiver[id]?.capacity ?? null;
    const sentences: string[] = [];
    if (share !== null) {
      const values = { name, share: percentFormat.format(share), planned: percentFormat.format(planned ?? 0) };
      sentences.push(t(planned === null ? 'dashboard.load.saysAlone' : 'dashboard.load.says', values));
    }
    const [via, paged] = [escalations.byVia?.[id], pages?.byCaregiver[id]];
    if (rate !== null)
      sentences.push(
        via && paged
          ? formatEscalations({ name, ...via, ...paged }, { t, formatPercent, minCases: MIN_CASES })
          : t('dashboard.escalations.says', { name, rate: percentFormat.format(rate), attempts }),
      );
    if (capacity !== null) {
      const value = numberFormat.format(capacity);
      sentences.push(
        t('dashboard.fatigue.capacity', { name, count: capacity, value }),
        t('dashboard.fatigue.medianOf', { count: charts.capacityNights[id] ?? 0 }),
      );
    }
    return sentences.length === 0 ? [] : [sentences.join(' ')];
  });
  if (availability.observedNights > 0) {
    const minutes = format.duration(Math.round(double.minutes * MINUTE_MS));
    const sentence = double.count === 0 ? t('dashboard.double.none') : t('dashboard.double.says', { minutes });
    lines.push(
      `${t('dashboard.double.question')} ${t('dashboard.double.figure', { count: double.count })}. ${sentence}`,
    );
  }
  return lines.map((line) => `- ${line}`).join('\n') || tReport('none');
}

/**
 * Escapes the characters of a name that Markdown would interpret, and puts the name on one line.
 */
export const escapeMarkdown = (text: string): string => text.replace(/[\\|*_`<>[\]#]/g, '\\$&').replace(/\s+/g, ' ');
