import type { CSSProperties } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import type { ReportNote } from '@/metrics/paediatrician/healthFacts';
import { countLines, cutToLines } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';
import { useIllnessName } from './useIllnessName';

/** Fewer letters than a line takes: wide ones must have room, too. */
const LETTERS_PER_LINE = 88;
/** What stands before the text. */
const PREFIX_LETTERS = 24;
/** A longer note is cut; shorter still where there is no room for all, so that more than one is read. */
const LINES_MAX = 6;
const LINES_MAX_CROWDED = 2;

/** What a note takes at most: if its letters are wider still, its end is left out with three dots. */
const linesOfNote =
  (max: number) =>
  ({ text, episode }: ReportNote): number => {
    const before = PREFIX_LETTERS + (episode ? episode.label.length : 0);
    return Math.min(max, Math.ceil((before + text.length) / LETTERS_PER_LINE));
  };

export const linesOfNotes = (notes: readonly ReportNote[]): number => countLines(notes, linesOfNote(LINES_MAX));

/** What was written for the paediatrician, the latest first. */
export function Notes({ notes, lines }: { notes: readonly ReportNote[]; lines: number }) {
  const { t } = useTranslation();
  const { format, household } = useHousehold();
  const nameOf = useIllnessName();
  const linesEach = linesOfNote(linesOfNotes(notes) <= lines ? LINES_MAX : LINES_MAX_CROWDED);
  const { shown, omitted } = cutToLines(notes, lines, linesEach);
  const noteHeading = ({ at, episode }: ReportNote) => {
    const day = format.day(episode ? episode.startDay : wallClockAt(at, household.timeZone).day);
    return `${day}, ${episode ? nameOf(episode) : format.time(at)}`;
  };
  return (
    <ReportList title={t('paediatrician.notes')} isEmpty={notes.length === 0} omittedCount={omitted.length}>
      {shown.map((note) => (
        <li key={note.id} className={styles.note} style={{ '--lines': linesEach(note) } as CSSProperties}>
          <b>{noteHeading(note)}</b> {note.text.slice(0, LINES_MAX * LETTERS_PER_LINE * 2)}
        </li>
      ))}
    </ReportList>
  );
}
