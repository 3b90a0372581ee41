import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Plus from 'lucide-react/icons/plus';
import { useId, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { type Rotation, swapped } from '@/domain/rota';
import { reanchorRotation } from '@/domain/rotaCycle';
import type { Shift } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { addDays } from '@/lib/zone';
import styles from './rota.module.css';
import { ShiftMarks } from './ShiftMarks';
import { SlotSheet } from './SlotSheet';
import { useChangeRotation } from './useChangeRotation';

interface CycleProps {
  rotation: Rotation;
  comingNight: Day;
}

/**
 * The editor of a custom rotation: its nights in order, from the coming night on. A night can be
 * moved, edited, added or removed.
 */
export function Cycle({ rotation, comingNight }: CycleProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const formatShift = useShiftText();
  const change = useChangeRotation();
  const titleId = useId();
  const [editedIndex, setEditedIndex] = useState<number | null>(null);
  const { slots } = reanchorRotation(rotation, comingNight);
  const editedSlot = editedIndex === null ? undefined : slots[editedIndex];

  const write = (changed: Shift[]) => change({ anchor: comingNight, slots: changed });
  const rowId = (index: number, part: string) => `${titleId}-${index}-${part}`;

  const move = async (from: number, to: number) => {
    const [slot, other] = [slots[from], slots[to]];
    if (!slot || !other) return;
    await write(slots.with(from, other).with(to, slot));
    // The focus follows the moved night, so that a key can move it again.
    const part = to < from ? 'up' : 'down';
    const arrow = document.getElementById(rowId(to, part));
    (arrow?.matches(':disabled') ? document.getElementById(rowId(to, 'night')) : arrow)?.focus();
  };

  const add = () => {
    const last = slots.at(-1);
    if (last) write([...slots, swapped(last) ?? last]);
  };

  return (
    <div className={styles.cycle}>
      <h2 id={titleId}>{t('rota.cycle')}</h2>
      <ol aria-labelledby={titleId}>
        {slots.map((slot, index) => {
          const night = addDays(comingNight, index);
          const day = format.day(night);
          return (
            <li key={night}>
              <button
                type="button"
                id={rowId(index, 'night')}
                className={styles.slot}
                onClick={() => setEditedIndex(index)}
              >
                <ShiftMarks shift={slot} />
                <span>
                  <small>{day}</small> {formatShift(slot, night)}
                </span>
              </button>
              <Button
                id={rowId(index, 'up')}
                variant="quiet"
                disabled={index === 0}
                aria-label={t('rota.moveEarlier', { day })}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp aria-hidden="true" size={20} />
              </Button>
              <Button
                id={rowId(index, 'down')}
                variant="quiet"
                disabled={index === slots.length - 1}
                aria-label={t('rota.moveLater', { day })}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown aria-hidden="true" size={20} />
              </Button>
            </li>
          );
        })}
      </ol>
      <p className={form.hint}>{t('rota.cycleLength', { count: slots.length })}</p>
      <Button onClick={add}>
        <Plus aria-hidden="true" size={20} />
        {t('rota.addNight')}
      </Button>
      {editedIndex !== null && editedSlot && (
        <SlotSheet
          night={addDays(comingNight, editedIndex)}
          slot={editedSlot}
          onSave={(slot) => write(slots.with(editedIndex, slot))}
          onRemove={slots.length > 1 ? () => write(slots.toSpliced(editedIndex, 1)) : null}
          onClose={() => setEditedIndex(null)}
        />
      )}
    </div>
  );
}
