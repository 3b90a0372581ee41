import { Choice } from '@/components/Choice';
import type { Runbook } from '@/domain/rows/others';
import { useTranslation } from '@/i18n/useTranslation';

/** What a runbook of one's own can be for; the standard one and the double one are the household's, and come up by themselves. */
const CHOOSABLE_TRIGGERS = ['custom', 'degraded'] as const satisfies Runbook['trigger'][];
export type ChoosableTrigger = (typeof CHOOSABLE_TRIGGERS)[number];

export const isChoosableTrigger = (trigger: Runbook['trigger']): trigger is ChoosableTrigger =>
  CHOOSABLE_TRIGGERS.some((own) => own === trigger);

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
