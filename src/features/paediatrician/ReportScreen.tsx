import { Printer } from 'lucide-react';
import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { lastNightBegun } from '@/domain/night';
import type { Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/household';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { MINUTE_MS } from '@/lib/time';
import type { NightRange } from '@/metrics/nightPlans';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { OwnNights } from './OwnNights';
import { PageOne } from './paper/PageOne';
import { PageTwo } from './paper/PageTwo';
import { Papers } from './paper/Papers';
import { DEFAULT_SPAN, lastNights, SPANS, type Span } from './range';
import styles from './report.module.css';
import { useReport } from './useReport';

/** Two pages for the paediatrician: whose nights, which, and the pages as they will be printed. */
export default function ReportScreen() {
  const { t } = useWords();
  const { activeChildren, children } = useHousehold();
  const [childId, setChildId] = useState<string | null>(null);
  const child = activeChildren.find(({ id }) => id === childId) ?? activeChildren[0] ?? children[0];

  return (
    <main className={frame.page}>
      <header className={styles.head}>
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
      {child && <ReportOf child={child} />}
    </main>
  );
}

function ReportOf({ child }: { child: Child }) {
  const { t } = useWords();
  const { household } = useHousehold();
  const now = useNow(MINUTE_MS);
  const latest = lastNightBegun(household, now);
  const [span, setSpan] = useState<Span>(DEFAULT_SPAN);
  const [own, setOwn] = useState<NightRange>(lastNights(DEFAULT_SPAN, latest));
  const [isFullSize, setFullSize] = useState(false);
  const range = span === 'own' ? own : lastNights(span, latest);
  const report = useReport(child.id, range, now);
  const pages = report !== null && hasSomething(report);
  // What the browser proposes as the name of the file.
  const title = pages
    ? t('paediatrician.documentTitle', { name: report.child.name, from: report.range.from, to: report.range.to })
    : t('paediatrician.title');
  usePage(title, report !== null);

  const pick = (next: Span) => {
    // One's own begin with those on the screen.
    if (next === 'own') setOwn(range);
    setSpan(next);
  };
  return (
    <>
      <Choice
        label={t('paediatrician.span')}
        options={SPANS.map((value) => ({
          value,
          label: t(value === 'own' ? 'paediatrician.spans.own' : `paediatrician.spans.n${value}`),
        }))}
        value={span}
        onPick={pick}
      />
      {span === 'own' && <OwnNights range={own} latest={latest} onPick={setOwn} />}
      {report && !pages && <p>{t('paediatrician.nothing')}</p>}
      {pages && (
        <>
          <div className={styles.actions}>
            <Button look="primary" onClick={() => window.print()}>
              <Printer aria-hidden="true" size={20} />
              {t('paediatrician.print')}
            </Button>
            <Chip pressed={isFullSize} onClick={() => setFullSize(!isFullSize)} className={styles.fullSize}>
              {t('paediatrician.fullSize')}
            </Chip>
          </div>
          <Papers isFullSize={isFullSize}>
            <PageOne report={report} />
            <PageTwo report={report} />
          </Papers>
        </>
      )}
    </>
  );
}

/** Fourteen empty lines would look like a record of fourteen nights. */
const hasSomething = ({ observedNights, rows, episodes, temperatures, doses, notes }: Report): boolean =>
  observedNights > 0 ||
  rows.some(({ awake, cries }) => awake.length + cries.length > 0) ||
  [episodes, temperatures, doses, notes].some(({ length }) => length > 0);
