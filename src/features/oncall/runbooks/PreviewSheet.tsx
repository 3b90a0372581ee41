import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import { addRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { type ParsedShare, type SharedRunbook, triggerAfterImport } from '@/domain/runbook/share';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { runbookPath } from './runbookPaths';
import styles from './runbooks.module.css';
import { useShareRefusalText } from './useShareRefusalText';
import { useStepText } from './useStepText';

interface PreviewSheetProps {
  parsed: ParsedShare;
  runbooks: readonly Runbook[];
  onClose: () => void;
}

/**
 * Shows a shared runbook completely before anything is added to the log, or the reason why the link
 * or file cannot be read.
 */
export function PreviewSheet({ parsed, runbooks, onClose }: PreviewSheetProps) {
  const { t } = useTranslation();
  const formatRefusal = useShareRefusalText();
  if (parsed.ok) return <Preview shared={parsed.runbook} runbooks={runbooks} onClose={onClose} />;
  return (
    <Sheet title={t('runbooks.preview.badLink')} onClose={onClose}>
      <p role="alert" className={controls.error}>
        {formatRefusal(parsed.refusal)}
      </p>
      <Button onClick={onClose}>{t('common.close')}</Button>
    </Sheet>
  );
}

function Preview({ shared, runbooks, onClose }: Omit<PreviewSheetProps, 'parsed'> & { shared: SharedRunbook }) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const formatStep = useStepText();
  const [, navigate] = useLocation();
  const [error, setError] = useState<string | null>(null);
  const [id] = useState(newId);
  const trigger = triggerAfterImport(shared, runbooks);

  const add = async () => {
    const fields = { name: shared.name, trigger, steps: shared.steps.map((step) => ({ id: newId(), ...step })) };
    const result = await addRunbook(db, { id, fields, now: readClock() });
    if (
      !reportResult(result, {
        message: () => t('runbooks.toast.added', { name: shared.name.trim() }),
        onRefused: setError,
      })
    )
      return;
    onClose();
    navigate(runbookPath(id));
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
        {shared.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps have no ids yet
          <li key={index}>
            <span>{step.title}</span>
            <small>{formatStep(step)}</small>
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
        <Button variant="primary" onClick={add}>
          {t('runbooks.preview.add')}
        </Button>
      </div>
    </Sheet>
  );
}
