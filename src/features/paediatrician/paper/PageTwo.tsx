import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { wallClockAt } from '@/lib/zone';
import type { Report } from '@/metrics/paediatrician/computeReport';
import { daysOfNights } from '@/metrics/paediatrician/healthFacts';
import { Causes } from './Causes';
import { Doses } from './Doses';
import { shareOut } from './fit';
import { Illnesses } from './Illnesses';
import { NightsTable, tableLines } from './NightsTable';
import { linesOfNotes, Notes } from './Notes';
import { PageHead } from './PageHead';
import styles from './paper.module.css';
import { linesOfTemperatures, Temperatures } from './Temperatures';
import { usePaperWords } from './usePaperWords';

/** Lines of lists and of the table that the page takes beside its headings, its first lines and its last. */
const ROOM = 46;

/** The nights in figures, and what was noted of the child's health. */
export function PageTwo({ report }: { report: Report }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { longDay } = usePaperWords();
  const { household, range, now, nights, causes, episodes, temperatures, doses, notes } = report;
  const { first, last } = daysOfNights(range);
  // A section without anything has a line that says so.
  const [ofCauses = 0, ofFacts = 0, ofNotes = 0] = shareOut(ROOM - tableLines(nights), [
    Math.max(1, Object.keys(causes).length, episodes.length),
    Math.max(1, linesOfTemperatures(temperatures), doses.length),
    Math.max(1, linesOfNotes(notes)),
  ]);
  return (
    <article className={styles.paper}>
      <PageHead report={report} page={2} />
      <NightsTable nights={nights} />
      <div className={styles.two}>
        <Causes causes={causes} lines={ofCauses} />
        <Illnesses episodes={episodes} lines={ofCauses} />
      </div>
      <div className={styles.two}>
        <Temperatures days={temperatures} lines={ofFacts} />
        <Doses doses={doses} lines={ofFacts} />
      </div>
      <Notes notes={notes} lines={ofNotes} />
      <footer className={styles.foot}>
        {t('paediatrician.origin', { first: longDay(first), last: longDay(last), zone: household.timeZone })}{' '}
        {t('paediatrician.made', { date: format.longDay(wallClockAt(now, household.timeZone).day) })}
      </footer>
    </article>
  );
}
