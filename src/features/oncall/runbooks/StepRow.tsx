import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import GripVertical from 'lucide-react/icons/grip-vertical';
import type { KeyboardEvent } from 'react';
import type { RunbookStep } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './runbooks.module.css';
import type { DragHandleProps } from './useDragReorder';
import { useStepText } from './useStepText';

/** The controls that move a row. The control that was used keeps the focus after the move. */
export type MoveControl = 'handle' | 'up' | 'down';

interface StepRowProps {
  step: RunbookStep;
  index: number;
  isLast: boolean;
  hintId: string;
  isDragged: boolean;
  /** How far the row is shifted from its position during a drag, in pixels. */
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
  const formatStep = useStepText();
  const title = step.title || formatStep(step);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowUp: index - 1, ArrowDown: index + 1 }[event.key];
    if (to === undefined) return;
    // Without this, the arrow key would also scroll the page.
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
        <small>{formatStep(step)}</small>
      </button>
      <div className={styles.arrows}>
        {/* At the ends the arrows are only marked as disabled: a disabled button would lose the
            focus. */}
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
