import Plus from 'lucide-react/icons/plus';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { RUNBOOK_STEPS_MAX, type Runbook, type RunbookStep } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './runbooks.module.css';
import { type MoveControl, StepRow } from './StepRow';
import { StepSheet } from './StepSheet';
import { useDragReorder } from './useDragReorder';
import { useSaveRunbook } from './useSaveRunbook';

/**
 * The steps of a runbook, which can be reordered. A new order is shown at once, before it is
 * written; when all writes have finished, the stored order is shown again.
 */
export function StepList({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation();
  const save = useSaveRunbook(runbook.id);
  const hintId = useId();
  const [reordered, setReordered] = useState<RunbookStep[] | null>(null);
  const pendingWrites = useRef(0);
  const [editing, setEditing] = useState<RunbookStep | 'new' | null>(null);
  const steps = reordered ?? runbook.steps;
  const list = useRef<HTMLOListElement>(null);
  const focusAfterMove = useRef<{ index: number; part: MoveControl } | null>(null);

  // With two moves in quick succession, the first write comes back while the second one is still
  // pending. The list must not jump back under the finger then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs for each new stored order
  useLayoutEffect(() => {
    if (pendingWrites.current === 0) setReordered(null);
  }, [runbook.steps]);

  // A row that moves in the document loses the focus, so the effect focuses the same control in its
  // new position.
  useLayoutEffect(() => {
    const { index, part } = focusAfterMove.current ?? {};
    focusAfterMove.current = null;
    if (index !== undefined)
      list.current?.children[index]?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
  });

  const move = async (from: number, to: number, part: MoveControl) => {
    if (to === from || to < 0 || to >= steps.length) return;
    focusAfterMove.current = { index: to, part };
    const reorderedSteps = moveItem(steps, from, to);
    setReordered(reorderedSteps);
    const message = t('runbooks.toast.moved', { place: to + 1, count: steps.length });
    pendingWrites.current += 1;
    const written = await save({ steps: reorderedSteps }, message);
    pendingWrites.current -= 1;
    if (!written) setReordered(null);
  };
  const drag = useDragReorder(list, runbook.steps, (from, to) => move(from, to, 'handle'));
  const isFull = steps.length >= RUNBOOK_STEPS_MAX;

  return (
    <SettingsSection
      title={t('runbooks.steps')}
      hint={t(steps.length === 0 ? 'runbooks.noSteps' : 'runbooks.stepsHint')}
    >
      <p id={hintId} hidden>
        {t('runbooks.moveHint')}
      </p>
      <ol ref={list} className={styles.steps} data-dragging={drag.from !== null}>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            index={index}
            isLast={index === steps.length - 1}
            hintId={hintId}
            isDragged={drag.from === index}
            offsetPx={drag.offsetOf(index)}
            handleProps={drag.handlePropsOf(index)}
            onMove={(to, part) => move(index, to, part)}
            onOpen={() => setEditing(step)}
          />
        ))}
      </ol>
      {isFull && <p className={form.hint}>{t('runbooks.full', { max: RUNBOOK_STEPS_MAX })}</p>}
      <Button disabled={isFull} onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t('runbooks.addStep')}
      </Button>
      {editing && (
        <StepSheet runbook={runbook} step={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </SettingsSection>
  );
}

/** Returns the list with the item at `from` moved to `to`. */
function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_item, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
