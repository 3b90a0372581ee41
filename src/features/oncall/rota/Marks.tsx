import { PersonMark } from '@/components/PersonMark';
import type { Shift } from '@/domain/rows/household';
import styles from './rota.module.css';
import { usePersons } from './usePersons';

/** Who has a night, as marks: one, or with a hand-over both. Whoever left has a mark without a colour. */
export function Marks({ shift }: { shift: Shift }) {
  const { isThere, personOf } = usePersons();
  const { primary, secondary, handoverAt } = shift;
  const shown = handoverAt !== null && secondary !== null ? [primary, secondary] : [primary];
  return (
    <span className={styles.marks} aria-hidden="true">
      {shown.map((id) =>
        isThere(id) ? (
          <PersonMark key={id} {...personOf(id)} />
        ) : (
          <span key={id} className={styles.nobody}>
            ?
          </span>
        ),
      )}
    </span>
  );
}
