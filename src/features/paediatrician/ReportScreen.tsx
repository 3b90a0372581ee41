import Printer from 'lucide-react/icons/printer';
import { useState } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { lastStartedNight } from '@/domain/night';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { CustomRangeFields } from './CustomRangeFields';
import { PageOne } from './paper/PageOne';
import { PageTwo } from './paper/PageTwo';
import { PaperPages } from './paper/PaperPages';
import { DEFAULT_SPAN, lastNights, SPANS, type Span } from './range';
import styles from './report.module.css';
import { SaveDataButton } from './SaveDataButton';
import { useReport } from './useReport';

/**
 * The screen of the two-page report for the paediatrician: choice of child and nights, and a
 * preview of the pages.
 */
export default function ReportScreen() {
  const { t } = useTranslation();
  const { activeChildren, children } = useHousehold();
  const [childId, setChildId] = useState<string | null>(null);
  const child = activeChildren.find(({ id }) => id === childId) ?? activeChildren[0] ?? children[0];

  return (
    <main className={frame.page}>
      <BackToHousehold />
      <header className={frame.head}>
        <h1 className={frame.title}>{t('paediatrician.title')}</h1>
        <p className={form.hint}>{t('paediatrician.hint')}</p>
      </header>
      {activeChildren.length > 1 && child && (
        <Choice
          label={t('paediatrician.child')}
          options={activeChildren.map(({ id, name }) => ({ value: id, label: name }))}
          value={child.id}
          onPick={setChildId}
        />
      )}
      {child && <ChildReport child={child} />}
    </main>
  );
}

function ChildReport({ child }: { child: Child }) {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const now = useNow(MINUTE_MS);
  const latest = lastStartedNight(household, now);
  const [span, setSpan] = useState<Span>(DEFAULT_SPAN);
  const [customRange, setCustomRange] = useState<NightRange>(lastNights(DEFAULT_SPAN, latest));
  const [isFullSize, setFullSize] = useState(false);
  const range = span === 'custom' ? customRange : lastNights(span, latest);
  const report = useReport(child.id, range, now);
  const hasPages = report !== null && hasContent(report);
  // The browser proposes the document title as the name of the PDF file.
  const title = hasPages
    ? t('paediatrician.documentTitle', { name: report.child.name, from: report.range.from, to: report.range.to })
    : t('paediatrician.title');
  usePage(title, report !== null);

  const pickSpan = (next: Span) => {
    // A custom range begins with the nights that are on the screen.
    if (next === 'custom') setCustomRange(range);
    setSpan(next);
  };
  return (
    <>
      <Choice
        label={t('paediatrician.span')}
        options={SPANS.map((value) => ({
          value,
          label: t(value === 'custom' ? 'paediatrician.spans.custom' : `paediatrician.spans.n${value}`),
        }))}
        value={span}
        onPick={pickSpan}
      />
      {span === 'custom' && <CustomRangeFields range={customRange} latest={latest} onPick={setCustomRange} />}
      {report && !hasPages && <p>{t('paediatrician.nothing')}</p>}
      {hasPages && (
        <>
          <div className={styles.actions}>
            <Button variant="primary" onClick={() => window.print()}>
              <Printer aria-hidden="true" size={20} />
              {t('paediatrician.print')}
            </Button>
            <Chip pressed={isFullSize} onClick={() => setFullSize(!isFullSize)} className={styles.fullSize}>
              {t('paediatrician.fullSize')}
            </Chip>
            <SaveDataButton report={report} />
          </div>
          <PaperPages isFullSize={isFullSize}>
            <PageOne report={report} />
            <PageTwo report={report} />
          </PaperPages>
        </>
      )}
    </>
  );
}

/**
 * Returns whether the report shows anything: pages with only empty rows would look like a record of
 * nights without a wake-up.
 */
const hasContent = ({ observedNights, rows, episodes, temperatures, doses, notes }: Report): boolean =>
  observedNights > 0 ||
  rows.some(({ awake, cries }) => awake.length + cries.length > 0) ||
  [episodes, temperatures, doses, notes].some(({ length }) => length > 0);
