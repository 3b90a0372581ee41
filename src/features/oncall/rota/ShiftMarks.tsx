import { Avatar } from '@/components/Avatar';
import type { Shift } from '@/domain/rows/household';
import styles from './rota.module.css';
import { useRotaCaregivers } from './useRotaCaregivers';

/**
 * The avatars of a shift: the primary, and the secondary as well when there is a hand-over. An
 * archived caregiver is shown as a grey question mark.
 */
export function ShiftMarks({ shift }: { shift: Shift }) {
  const { isActive, caregiverOf } = useRotaCaregivers();
  const { primary, secondary, handoverAt } = shift;
  const shown = handoverAt !== null && secondary !== null ? [primary, secondary] : [primary];
  return (
    <span className={styles.marks} aria-hidden="true">
      {shown.map((id) =>
        isActive(id) ? (
          <Avatar key={id} {...caregiverOf(id)} />
        ) : (
          <span key={id} className={styles.formerMark}>
            ?
          </span>
        ),
      )}
    </span>
  );
}
