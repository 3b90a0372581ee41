import { SwitchRow } from '@/components/rows/SwitchRow';
import { changeHousehold } from '@/db/people';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';

/** Whether a phone pages without a tap when its runbook comes to it. For the whole household. */
export function PagesByItselfRow() {
  const { t } = useTranslation();
  const { db, household } = useHousehold();
  const reportResult = useReportResult();
  const onSwitch = async (pagesByItself: boolean) =>
    reportResult(await changeHousehold(db, { change: { pagesByItself }, now: readClock() }), {
      message: () => t('household.toast.changed'),
    });
  return (
    <SwitchRow
      title={t('pager.byItself.title')}
      hint={t('pager.byItself.hint')}
      isOn={household.pagesByItself ?? false}
      onSwitch={onSwitch}
    />
  );
}
