import { Choice } from '@/components/Choice';
import type { Runbook } from '@/domain/rows/others';
import { useWords } from '@/i18n/language';

/** What a runbook of one's own can be for; the standard one and the double one are the household's, and come up by themselves. */
const OWN_TRIGGERS = ['custom', 'degraded'] as const satisfies Runbook['trigger'][];
export type OwnTrigger = (typeof OWN_TRIGGERS)[number];

export const isOwnTrigger = (trigger: Runbook['trigger']): trigger is OwnTrigger =>
  OWN_TRIGGERS.some((own) => own === trigger);

export function Purpose({ trigger, onPick }: { trigger: OwnTrigger; onPick: (trigger: OwnTrigger) => void }) {
  const { t } = useWords();
  return (
    <Choice
      label={t('runbooks.purpose')}
      options={OWN_TRIGGERS.map((value) => ({ value, label: t(`runbooks.use.${value}`) }))}
      value={trigger}
      onPick={onPick}
    />
  );
}
