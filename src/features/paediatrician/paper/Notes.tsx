import type { CSSProperties } from 'react';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { wallClockAt } from '@/lib/zone';
import type { ReportNote } from '@/metrics/paediatrician/healthFacts';
import { cutTo, linesOfAll } from './fit';
import { List } from './List';
import styles from './paper.module.css';
import { useIllnessName } from './useIllnessName';

/** Fewer letters than a line takes: wide ones must have room, too. */
const LETTERS_A_LINE = 88;
/** What stands before the text. */
const LETTERS_BEFORE = 24;
/** A longer note is cut; shorter still where there is no room for all, so that more than one is read. */
const LINES_MAX = 6;
const LINES_MAX_CROWDED = 2;

/** What a note takes at most: if its letters are wider still, its end is left out with three dots. */
const linesOf =
  (max: number) =>
  ({ text, episode }: ReportNote): number => {
    const before = LETTERS_BEFORE + (episode ? episode.label.length : 0);
    return Math.min(max, Math.ceil((before + text.length) / LETTERS_A_LINE));
  };

export const linesOfNotes = (notes: readonly ReportNote[]): number => linesOfAll(notes, linesOf(LINES_MAX));

/** What was written for the paediatrician, the latest first. */
export function Notes({ notes, lines }: { notes: readonly ReportNote[]; lines: number }) {
  const { t } = useWords();
  const { format, household } = useHousehold();
  const nameOf = useIllnessName();
  const linesEach = linesOf(linesOfNotes(notes) <= lines ? LINES_MAX : LINES_MAX_CROWDED);
  const { shown, left } = cutTo(notes, lines, linesEach);
  const about = ({ at, episode }: ReportNote) => {
    const day = format.day(episode ? episode.startDay : wallClockAt(at, household.timeZone).day);
    return `${day}, ${episode ? nameOf(episode) : format.time(at)}`;
  };
  return (
    <List title={t('paediatrician.notes')} isEmpty={notes.length === 0} left={left.length}>
      {shown.map((note) => (
        <li key={note.id} className={styles.note} style={{ '--lines': linesEach(note) } as CSSProperties}>
          <b>{about(note)}</b> {note.text.slice(0, LINES_MAX * LETTERS_A_LINE * 2)}
        </li>
      ))}
    </List>
  );
}
