import { Choice } from '@/components/Choice';
import type { Runbook } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

/**
 * The purposes that a parent can choose. The standard runbook and the one for double incidents are
 * fixed: the app proposes them by itself.
 */
const CHOOSABLE_TRIGGERS = ['custom', 'degraded'] as const satisfies Runbook['trigger'][];
export type ChoosableTrigger = (typeof CHOOSABLE_TRIGGERS)[number];

/** Returns whether a parent can choose this purpose for a runbook. */
export const isChoosableTrigger = (trigger: Runbook['trigger']): trigger is ChoosableTrigger =>
  CHOOSABLE_TRIGGERS.some((choosable) => choosable === trigger);

export function PurposeField({
  trigger,
  onPick,
}: {
  trigger: ChoosableTrigger;
  onPick: (trigger: ChoosableTrigger) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t('runbooks.purpose')}
      options={CHOOSABLE_TRIGGERS.map((value) => ({ value, label: t(`runbooks.use.${value}`) }))}
      value={trigger}
      onPick={onPick}
    />
  );
}
