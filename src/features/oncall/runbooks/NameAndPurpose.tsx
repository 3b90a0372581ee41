import { useState } from 'react';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import type { Runbook } from '@/domain/rows/others';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useTranslation } from '@/i18n/useTranslation';
import { isChoosableTrigger, PurposeField } from './PurposeField';
import { useSaveRunbook } from './useSaveRunbook';

/**
 * The fields of a runbook's name and purpose. The name is saved with Enter or when its field loses
 * the focus.
 */
export function NameAndPurpose({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation();
  const save = useSaveRunbook(runbook.id);
  const kept = useKeptFields(`runbook.${runbook.id}`, { name: runbook.name });
  const typed = kept.fields.name;
  const [error, setError] = useState<string | null>(null);

  const saveName = async () => {
    if (typed.trim() === runbook.name) return setError(null);
    if (!(await save({ name: typed }, t('runbooks.toast.changed'), setError))) return;
    kept.forget();
    setError(null);
  };

  return (
    <div className={form.section}>
      <Field
        label={t('runbooks.name')}
        error={error}
        autoComplete="off"
        value={typed}
        onChange={(event) => kept.change({ name: event.target.value })}
        onBlur={saveName}
        onKeyDown={(event) => event.key === 'Enter' && saveName()}
      />
      {isChoosableTrigger(runbook.trigger) ? (
        <PurposeField trigger={runbook.trigger} onPick={(trigger) => save({ trigger }, t('runbooks.toast.changed'))} />
      ) : (
        <p className={form.hint}>
          {t(`runbooks.use.${runbook.trigger}`)}. {t('runbooks.purposeFixed')}
        </p>
      )}
    </div>
  );
}
