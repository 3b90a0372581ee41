import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { addRunbook } from '@/db/runbooks';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { type ChoosableTrigger, PurposeField } from './PurposeField';
import { runbookPath } from './runbookPaths';

/**
 * The sheet that adds a runbook with a name and a purpose, then opens its page, where steps are
 * added.
 */
export function NewRunbookSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const [, navigate] = useLocation();
  const kept = useKeptFields('runbook.new', { name: '' });
  const { name } = kept.fields;
  const [trigger, setTrigger] = useState<ChoosableTrigger>('custom');
  const [error, setError] = useState<string | null>(null);
  const [id] = useState(newId);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const result = await addRunbook(db, { id, fields: { name, trigger, steps: [] }, now: readClock() });
    if (!reportResult(result, { message: () => t('runbooks.toast.added', { name: name.trim() }), onRefused: setError }))
      return;
    kept.forget();
    onClose();
    navigate(runbookPath(id));
  };

  return (
    <Sheet title={t('runbooks.add')} onClose={onClose}>
      <KeptHint {...kept} />
      <form className={form.form} noValidate onSubmit={add}>
        <Field
          label={t('runbooks.name')}
          error={error}
          value={name}
          autoComplete="off"
          onChange={(event) => kept.change({ name: event.target.value })}
        />
        <PurposeField trigger={trigger} onPick={setTrigger} />
        <Button variant="primary" type="submit">
          {t('common.save')}
        </Button>
      </form>
    </Sheet>
  );
}
