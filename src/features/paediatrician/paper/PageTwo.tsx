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

/** How many lines of tables and lists fit on the page, besides headings, header and footer. */
const LINES_PER_PAGE = 46;

/** Page two: the table of the nights, and lists of causes and health notes. */
export function PageTwo({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatLongDay } = usePaperText();
  const { household, range, now, nights, causes, episodes, temperatures, doses, notes } = report;
  const { first, last } = daysOfNights(range);
  // An empty section still takes one line, which says that it is empty.
  const [causeLines = 0, factLines = 0, noteLines = 0] = allocateLines(LINES_PER_PAGE - tableLines(nights), [
    Math.max(1, Object.keys(causes).length, episodes.length),
    Math.max(1, linesOfTemperatures(temperatures), doses.length),
    Math.max(1, linesOfNotes(notes)),
  ]);
  return (
    <article className={styles.paper}>
      <PageHead report={report} page={2} />
      <NightsTable nights={nights} />
      <div className={styles.twoColumns}>
        <Causes causes={causes} lines={causeLines} />
        <Illnesses episodes={episodes} lines={causeLines} />
      </div>
      <div className={styles.twoColumns}>
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
        {t('paediatrician.made', { date: format.longDay(wallClockAt(now, household).day) })}
      </footer>
    </article>
  );
}
