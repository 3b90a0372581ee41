import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { addRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { type ParsedShare, type SharedRunbook, triggerHere } from '@/domain/runbook/share';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { addressOf } from './addresses';
import styles from './runbooks.module.css';
import { useShareRefusal } from './useShareRefusal';
import { useStepSays } from './useStepSays';

interface PreviewSheetProps {
  opened: ParsedShare;
  runbooks: readonly Runbook[];
  onClose: () => void;
}

/** Somebody else's runbook, whole, before anything is added; or why there is none. */
export function PreviewSheet({ opened, runbooks, onClose }: PreviewSheetProps) {
  const { t } = useWords();
  const refusalText = useShareRefusal();
  if (opened.ok) return <Preview shared={opened.runbook} runbooks={runbooks} onClose={onClose} />;
  return (
    <Sheet title={t('runbooks.preview.badLink')} onClose={onClose}>
      <p role="alert" className={controls.error}>
        {refusalText(opened.refusal)}
      </p>
      <Button onClick={onClose}>{t('common.close')}</Button>
    </Sheet>
  );
}

function Preview({ shared, runbooks, onClose }: Omit<PreviewSheetProps, 'opened'> & { shared: SharedRunbook }) {
  const { t } = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const says = useStepSays();
  const [, navigate] = useLocation();
  const [error, setError] = useState<string | null>(null);
  const [id] = useState(newId);
  const trigger = triggerHere(shared, runbooks);

  const add = async () => {
    const fields = { name: shared.name, trigger, steps: shared.steps.map((step) => ({ id: newId(), ...step })) };
    const result = await addRunbook(db, { id, fields, now: readClock() });
    if (!answer(result, { said: () => t('runbooks.said.added', { name: shared.name.trim() }), refused: setError }))
      return;
    onClose();
    navigate(addressOf(id));
  };

  return (
    <Sheet title={t('runbooks.preview.title')} onClose={onClose}>
      <p className={form.hint}>{t('runbooks.preview.hint')}</p>
      <div className={styles.facts}>
        <strong>{shared.name}</strong>
        <span>{t(`runbooks.use.${trigger}`)}</span>
        <span>{t('runbooks.count', { count: shared.steps.length })}</span>
      </div>
      <ol className={styles.preview}>
        {shared.steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no ids yet, and never change their places
          <li key={place}>
            <span>{step.title}</span>
            <small>{says(step)}</small>
          </li>
        ))}
      </ol>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t('runbooks.preview.leave')}</Button>
        <Button look="primary" onClick={add}>
          {t('runbooks.preview.add')}
        </Button>
      </div>
    </Sheet>
  );
}
