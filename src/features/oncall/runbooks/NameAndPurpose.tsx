import { useState } from 'react';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import type { Runbook } from '@/domain/rows/others';
import { useDraft } from '@/hooks/useDraft';
import { useWords } from '@/i18n/language';
import { isOwnTrigger, Purpose } from './Purpose';
import { useSave } from './useSave';

/** What it is called and when it is wanted. A name is saved when its field is left, or with Enter. */
export function NameAndPurpose({ runbook }: { runbook: Runbook }) {
  const { t } = useWords();
  const save = useSave(runbook.id);
  const [typed, type] = useDraft(runbook.name);
  const [error, setError] = useState<string | null>(null);

  const saveName = async () => {
    if (typed.trim() === runbook.name) return setError(null);
    if (await save({ name: typed }, t('runbooks.said.changed'), setError)) setError(null);
  };

  return (
    <div className={form.section}>
      <Field
        label={t('runbooks.name')}
        error={error}
        autoComplete="off"
        value={typed}
        onChange={(event) => type(event.target.value)}
        onBlur={saveName}
        onKeyDown={(event) => event.key === 'Enter' && saveName()}
      />
      {isOwnTrigger(runbook.trigger) ? (
        <Purpose trigger={runbook.trigger} onPick={(trigger) => save({ trigger }, t('runbooks.said.changed'))} />
      ) : (
        <p className={form.hint}>
          {t(`runbooks.use.${runbook.trigger}`)}. {t('runbooks.purposeFixed')}
        </p>
      )}
    </div>
  );
}
