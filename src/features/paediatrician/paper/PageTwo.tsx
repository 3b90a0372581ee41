import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { daysOfNights } from '@/metrics/paediatrician/healthFacts';
import { allocateLines } from './allocateLines';
import { Causes } from './Causes';
import { Doses } from './Doses';
import { Illnesses } from './Illnesses';
import { NightsTable, tableLines } from './NightsTable';
import { linesOfNotes, Notes } from './Notes';
import { PageHead } from './PageHead';
import styles from './paper.module.css';
import { linesOfTemperatures, Temperatures } from './Temperatures';
import { usePaperText } from './usePaperText';

/** Lines of lists and of the table that the page takes beside its headings, its first lines and its last. */
const LINES_PER_PAGE = 46;

/** The nights in figures, and what was noted of the child's health. */
export function PageTwo({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatLongDay } = usePaperText();
  const { household, range, now, nights, causes, episodes, temperatures, doses, notes } = report;
  const { first, last } = daysOfNights(range);
  // A section without anything has a line that says so.
  const [causeLines = 0, factLines = 0, noteLines = 0] = allocateLines(LINES_PER_PAGE - tableLines(nights), [
    Math.max(1, Object.keys(causes).length, episodes.length),
    Math.max(1, linesOfTemperatures(temperatures), doses.length),
    Math.max(1, linesOfNotes(notes)),
  ]);
  return (
    <article className={styles.paper}>
      <PageHead report={report} page={2} />
      <NightsTable nights={nights} />
      <div className={styles.two}>
        <Causes causes={causes} lines={causeLines} />
        <Illnesses episodes={episodes} lines={causeLines} />
      </div>
      <div className={styles.two}>
        <Temperatures days={temperatures} lines={factLines} />
        <Doses doses={doses} lines={factLines} />
      </div>
      <Notes notes={notes} lines={noteLines} />
      <footer className={styles.foot}>
        {t('paediatrician.origin', {
          first: formatLongDay(first),
          last: formatLongDay(last),
          zone: household.timeZone,
        })}{' '}
        {t('paediatrician.made', { date: format.longDay(wallClockAt(now, household.timeZone).day) })}
      </footer>
    </article>
  );
}
