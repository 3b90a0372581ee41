import type { CSSProperties } from 'react';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { wallClockAt } from '@/lib/zone';
import type { ReportNote } from '@/metrics/paediatrician/healthFacts';
import { countLines, cutToLines } from './allocateLines';
import styles from './paper.module.css';
import { ReportList } from './ReportList';
import { useIllnessText } from './useIllnessText';

/** Fewer letters than usually fit in a line, so that wide letters have room too. */
const LETTERS_PER_LINE = 88;
/** The room for the day and the time before the text, in letters. */
const PREFIX_LETTERS = 24;
/**
 * A longer note is cut. When not all notes fit, each is cut to two lines, so that more notes are
 * shown.
 */
const LINES_MAX = 6;
const LINES_MAX_CROWDED = 2;

/**
 * Returns a function that counts the lines of a note, at most `max`. If the letters are wider than
 * assumed, the end of the note is cut with an ellipsis.
 */
const linesOfNote =
  (max: number) =>
  ({ text, episode }: ReportNote): number => {
    const prefixLetters = PREFIX_LETTERS + (episode ? episode.label.length : 0);
    return Math.min(max, Math.ceil((prefixLetters + text.length) / LETTERS_PER_LINE));
  };

/** Returns how many lines all notes take when none of them is cut to two lines. */
export const linesOfNotes = (notes: readonly ReportNote[]): number => countLines(notes, linesOfNote(LINES_MAX));

/** The notes for the paediatrician, the latest first. */
export function Notes({ notes, lines }: { notes: readonly ReportNote[]; lines: number }) {
  const { t } = useTranslation();
  const { format, household } = useHousehold();
  const nameOf = useIllnessText();
  const linesOf = linesOfNote(linesOfNotes(notes) <= lines ? LINES_MAX : LINES_MAX_CROWDED);
  const { shown, omitted } = cutToLines(notes, lines, linesOf);
  const formatHeading = ({ at, episode }: ReportNote) => {
    const day = format.day(episode ? episode.startDay : wallClockAt(at, household).day);
    return `${day}, ${episode ? nameOf(episode) : format.time(at)}`;
  };
  return (
    <ReportList title={t('paediatrician.notes')} isEmpty={notes.length === 0} omittedCount={omitted.length}>
      {shown.map((note) => (
        <li key={note.id} className={styles.note} style={{ '--lines': linesOf(note) } as CSSProperties}>
          <b>{formatHeading(note)}</b> {note.text.slice(0, LINES_MAX * LETTERS_PER_LINE * 2)}
        </li>
      ))}
    </ReportList>
  );
}
