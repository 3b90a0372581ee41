import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { RunbookStep } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './runbooks.module.css';
import type { DragHandleProps } from './useDragReorder';
import { useStepText } from './useStepText';

/** What a row can be moved by; the focus stays on it. */
export type MoveControl = 'handle' | 'up' | 'down';

interface StepRowProps {
  step: RunbookStep;
  index: number;
  isLast: boolean;
  hintId: string;
  isDragged: boolean;
  /** How far it stands from its place while something is being dragged, in pixels. */
  offsetPx: number;
  handleProps: DragHandleProps;
  onMove: (to: number, part: MoveControl) => void;
  onOpen: () => void;
}

export function StepRow({
  step,
  index,
  isLast,
  hintId,
  isDragged,
  offsetPx,
  handleProps,
  onMove,
  onOpen,
}: StepRowProps) {
  const { t } = useTranslation();
  const stepText = useStepText();
  const title = step.title || stepText(step);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
    if (to === undefined) return;
    // The page would scroll.
    event.preventDefault();
    onMove(to, 'handle');
  };

  return (
    <li
      className={styles.step}
      data-dragged={isDragged}
      style={offsetPx === 0 ? {} : { transform: `translateY(${offsetPx}px)` }}
    >
      <button
        type="button"
        className={styles.handle}
        data-part="handle"
        aria-label={t('runbooks.move', { place: index + 1, title })}
        aria-describedby={hintId}
        onKeyDown={onKeyDown}
        {...handleProps}
      >
        <span aria-hidden="true">{index + 1}</span>
        <GripVertical aria-hidden="true" size={20} />
      </button>
      <button type="button" className={styles.stepButton} onClick={onOpen}>
        <strong>{title}</strong>
        <small>{stepText(step)}</small>
      </button>
      <div className={styles.arrows}>
        {/* Not disabled at the ends: what has the focus would lose it. */}
        <button
          type="button"
          data-part="up"
          aria-label={t('runbooks.up', { title })}
          aria-disabled={index === 0}
          onClick={() => onMove(index - 1, 'up')}
        >
          <ArrowUp aria-hidden="true" size={20} />
        </button>
        <button
          type="button"
          data-part="down"
          aria-label={t('runbooks.down', { title })}
          aria-disabled={isLast}
          onClick={() => onMove(index + 1, 'down')}
        >
          <ArrowDown aria-hidden="true" size={20} />
        </button>
      </div>
    </li>
  );
}
