import { Plus } from 'lucide-react';
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

/** The steps in their order. A new order is shown at once; it gives way to what the log says once all of it is written. */
export function StepList({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation();
  const save = useSaveRunbook(runbook.id);
  const hintId = useId();
  const [reordered, setReordered] = useState<RunbookStep[] | null>(null);
  const pendingWrites = useRef(0);
  const [editing, setEditing] = useState<RunbookStep | 'new' | null>(null);
  const steps = reordered ?? runbook.steps;
  const list = useRef<HTMLOListElement>(null);
  const focusAfterMove = useRef<{ place: number; part: MoveControl } | null>(null);

  // Moved twice in a moment, the first write comes back while the second is on its way: nothing may jump back under the finger.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for each change of what the log says
  useLayoutEffect(() => {
    if (pendingWrites.current === 0) setReordered(null);
  }, [runbook.steps]);

  // A row that moves in the document loses the focus: it goes on where it was, in its new place.
  useLayoutEffect(() => {
    const { place, part } = focusAfterMove.current ?? {};
    focusAfterMove.current = null;
    if (place !== undefined)
      list.current?.children[place]?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus();
  });

  const move = async (from: number, to: number, part: MoveControl) => {
    if (to === from || to < 0 || to >= steps.length) return;
    focusAfterMove.current = { place: to, part };
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
        {steps.map((step, place) => (
          <StepRow
            key={step.id}
            step={step}
            index={place}
            isLast={place === steps.length - 1}
            hintId={hintId}
            isDragged={drag.from === place}
            offsetPx={drag.offsetOf(place)}
            handleProps={drag.handlePropsOf(place)}
            onMove={(to, part) => move(place, to, part)}
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

/** The list with one of its elements taken from a place and put at another; the others close up. */
function moveItem<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_each, place) => place !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
