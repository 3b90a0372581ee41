import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Field } from '@/components/Field';
import form from '@/components/form.module.css';
import { KeptHint } from '@/components/KeptHint';
import { Sheet } from '@/components/Sheet';
import { LINE_MAX } from '@/domain/rows/fields';
import { REMEDIES } from '@/domain/rows/incident';
import type { Runbook, RunbookStep } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useKeptFields } from '@/hooks/useKeptFields';
import { useTranslation } from '@/i18n/useTranslation';
import { newId } from '@/lib/ids';
import { SECOND_MS } from '@/lib/time';
import styles from './runbooks.module.css';
import { SafeSleepNote } from './SafeSleepNote';
import { formatStepTime, parseStepTime, STEP_MS_MAX } from './stepTime';
import { useSaveRunbook } from './useSaveRunbook';
import { useStepDurationText } from './useStepText';

interface StepSheetProps {
  /** The runbook as stored now, with any change that another window made meanwhile. */
  runbook: Runbook;
  /** The step as it was when the sheet was opened. Null adds a new step at the end. */
  step: RunbookStep | null;
  onClose: () => void;
}

const KINDS = ['check', 'remedy', 'wait', 'escalate'] as const satisfies RunbookStep['kind'][];

type Errors = Partial<Record<'title' | 'time' | 'remedy' | 'general', string>>;

/**
 * The sheet that adds or changes one step: title, kind, level or remedy, and time. It warns when
 * another window changed or deleted the step meanwhile.
 */
export function StepSheet({ runbook, step, onClose }: StepSheetProps) {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const save = useSaveRunbook(runbook.id);
  const formatStepDuration = useStepDurationText();
  const kept = useKeptFields(`step.${runbook.id}.${step?.id ?? 'new'}`, {
    title: step?.title ?? '',
    time: formatStepTime(step?.seconds ?? null),
  });
  const { title, time } = kept.fields;
  const [kind, setKind] = useState<RunbookStep['kind']>(step?.kind ?? 'check');
  const [level, setLevel] = useState(step?.level ?? 1);
  const [remedy, setRemedy] = useState(step?.remedy ?? null);
  const [errors, setErrors] = useState<Errors>({});
  const fields = useRef<HTMLFormElement>(null);
  // The invalid field may be scrolled out of sight, so it gets the focus.
  useEffect(() => {
    if (errors.title || errors.time) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const current = runbook.steps.find(({ id }) => id === step?.id);
  const isDeletedElsewhere = step !== null && !current;
  const hasChangedElsewhere =
    step !== null && current !== undefined && JSON.stringify(current) !== JSON.stringify(step);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const seconds = parseStepTime(time);
    const newErrors: Errors = {
      ...(title.trim() === '' && { title: t('runbooks.needsTitle') }),
      ...(title.trim().length > LINE_MAX && { title: t('runbooks.titleTooLong', { max: LINE_MAX }) }),
      ...(seconds === undefined && {
        time: t('runbooks.badTime', { max: formatStepDuration(STEP_MS_MAX / SECOND_MS) }),
      }),
      ...(kind === 'remedy' && remedy === null && { remedy: t('runbooks.needsRemedy') }),
    };
    setErrors(newErrors);
    if (seconds === undefined || Object.keys(newErrors).length > 0) return;
    write({
      id: step?.id ?? newId(),
      title: title.trim(),
      kind,
      seconds,
      level: kind === 'escalate' ? level : null,
      remedy: kind === 'remedy' ? remedy : null,
    });
  };

  const write = async (changed: RunbookStep) => {
    if (isDeletedElsewhere) return;
    const steps = step
      ? runbook.steps.map((each) => (each.id === step.id ? changed : each))
      : [...runbook.steps, changed];
    const message = t(step ? 'runbooks.toast.changed' : 'runbooks.toast.stepAdded');
    if (await save({ steps }, message, (general) => setErrors({ general }))) done();
  };

  const remove = async () => {
    const steps = runbook.steps.filter(({ id }) => id !== step?.id);
    if (await save({ steps }, t('runbooks.toast.stepRemoved'), (general) => setErrors({ general }))) done();
  };
  const done = () => {
    kept.forget();
    onClose();
  };

  return (
    <Sheet title={step ? step.title || t('runbooks.stepTitle') : t('runbooks.newStep')} onClose={onClose}>
      <KeptHint {...kept} />
      <form ref={fields} className={form.form} noValidate onSubmit={submit}>
        {(isDeletedElsewhere || hasChangedElsewhere) && (
          <p role="alert" className={controls.error}>
            {t(isDeletedElsewhere ? 'runbooks.stepGone' : 'runbooks.stepChanged')}
          </p>
        )}
        <Field
          label={t('runbooks.stepTitle')}
          hint={t('runbooks.stepTitleHint')}
          error={errors.title ?? null}
          value={title}
          autoComplete="off"
          onChange={(event) => kept.change({ title: event.target.value })}
        />
        <Choice
          label={t('runbooks.kindLabel')}
          options={KINDS.map((value) => ({ value, label: t(`runbooks.kind.${value}`) }))}
          value={kind}
          onPick={setKind}
        />
        {kind === 'escalate' && (
          <Choice
            label={t('runbooks.level')}
            options={[
              { value: 1, label: t('runbooks.levels.onCall') },
              { value: 2, label: t('runbooks.levels.backup') },
            ]}
            value={level}
            onPick={setLevel}
          />
        )}
        {kind === 'remedy' && (
          <Choice
            label={t('runbooks.remedy')}
            options={REMEDIES.map((value) => ({ value, label: t(`common.remedy.${value}`) }))}
            value={remedy}
            onPick={setRemedy}
          />
        )}
        {kind === 'remedy' && remedy === 'co-sleep' && <SafeSleepNote />}
        {errors.remedy && (
          <p role="alert" className={controls.error}>
            {errors.remedy}
          </p>
        )}
        <Field
          label={t(`runbooks.time.${kind}`)}
          hint={
            kind === 'wait'
              ? t('runbooks.graceHint', { grace: formatStepDuration(household.graceSeconds) })
              : t('runbooks.timeHint')
          }
          error={errors.time ?? null}
          value={time}
          autoComplete="off"
          onChange={(event) => kept.change({ time: event.target.value })}
        />
        {errors.general && (
          <p role="alert" className={controls.error}>
            {errors.general}
          </p>
        )}
        <div className={styles.actions}>
          {step && !isDeletedElsewhere && <Button onClick={remove}>{t('common.remove')}</Button>}
          <Button variant="primary" type="submit" disabled={isDeletedElsewhere}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
