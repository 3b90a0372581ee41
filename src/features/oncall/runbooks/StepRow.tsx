import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { RunbookStep } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';
import styles from './runbooks.module.css';
import type { Grip } from './useDrag';
import { useStepSays } from './useStepSays';

/** What a row can be moved by; the focus stays on it. */
export type Part = 'handle' | 'up' | 'down';

interface StepRowProps {
  step: RunbookStep;
  place: number;
  isLast: boolean;
  hintId: string;
  dragged: boolean;
  /** How far it stands from its place while something is being dragged, in pixels. */
  shift: number;
  grip: Grip;
  onMove: (to: number, part: Part) => void;
  onOpen: () => void;
}

export function StepRow({ step, place, isLast, hintId, dragged, shift, grip, onMove, onOpen }: StepRowProps) {
  const { t } = useWords();
  const says = useStepSays();
  const title = step.title || says(step);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1 }[event.key];
    if (to === undefined) return;
    // The page would scroll.
    event.preventDefault();
    onMove(to, 'handle');
  };

  return (
    <li
      className={styles.step}
      data-dragged={dragged}
      style={shift === 0 ? {} : { transform: `translateY(${shift}px)` }}
    >
      <button
        type="button"
        className={styles.handle}
        data-part="handle"
        aria-label={t('runbooks.move', { place: place + 1, title })}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        {...grip}
      >
        <span aria-hidden="true">{place + 1}</span>
        <GripVertical aria-hidden="true" size={20} />
      </button>
      <button type="button" className={styles.what} onClick={onOpen}>
        <strong>{title}</strong>
        <small>{says(step)}</small>
      </button>
      <div className={styles.arrows}>
        {/* Not disabled at the ends: what has the focus would lose it. */}
        <button
          type="button"
          data-part="up"
          aria-label={t('runbooks.up', { title })}
          aria-disabled={place === 0}
          onClick={() => onMove(place - 1, 'up')}
        >
          <ArrowUp aria-hidden="true" size={20} />
        </button>
        <button
          type="button"
          data-part="down"
          aria-label={t('runbooks.down', { title })}
          aria-disabled={isLast}
          onClick={() => onMove(place + 1, 'down')}
        >
          <ArrowDown aria-hidden="true" size={20} />
        </button>
      </div>
    </li>
  );
}
