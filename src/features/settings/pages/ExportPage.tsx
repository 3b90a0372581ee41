import { useLiveQuery } from 'dexie-react-hooks';
import { SettingFrame } from '@/components/SettingFrame';
import { hasLogged } from '@/db/queries';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { CalendarExport } from '../exporting/CalendarExport';
import { TableExports } from '../exporting/TableExports';

/** Files that other tools read: tables of the log, and the calendar of the rota. */
export function ExportPage() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const isEmpty = useLiveQuery(() => hasLogged(db), [db]) === false;
  return (
    <SettingFrame title={t('exporting.page.title')} hint={t('exporting.page.hint')}>
      <p>{t('exporting.page.privacy')}</p>
      {isEmpty && <p>{t('backup.empty')}</p>}
      <TableExports isEmpty={isEmpty} />
      <CalendarExport />
    </SettingFrame>
  );
}
