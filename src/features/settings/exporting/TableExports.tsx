import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { csvDialect, decimalSignOf } from '@/exports/csvDialect';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import { reportUnreadable } from '../reportUnreadable';
import { useWholeLog } from '../useWholeLog';
import { WholeLogProgress } from '../WholeLogProgress';
import { useSaveExport } from './useSaveExport';

const DECIMAL_SIGNS = [',', '.'] as const;

/**
 * The tables of the whole log: the wake-ups alone, and all of them in one zip file. A worker makes
 * them, one after the other, and shows how far it is.
 */
export function TableExports({ isEmpty }: { isEmpty: boolean }) {
  const { t, numberLocale } = useTranslation();
  const { household } = useHousehold();
  const work = useWholeLog();
  const saveExport = useSaveExport();
  const [decimal, setDecimal] = useState(() => decimalSignOf(numberLocale));
  const dialect = csvDialect(numberLocale, decimal);
  const isDisabled = isEmpty || work.progress !== null;
  const nameOf = (content: string) => `infernalops-${content}-${wallClockAt(readClock(), household).day}`;

  const saveWakeUps = async () => {
    const packed = await work.run('packWakeUps', { dialect });
    if (!packed.ok) return reportUnreadable(packed);
    await saveExport(`${nameOf('wake-ups')}.csv`, packed.value.file, packed.value.brokenCount);
  };
  const saveTables = async () => {
    const folder = nameOf('tables');
    const packed = await work.run('packTables', { dialect, folder, now: readClock() });
    if (!packed.ok) return reportUnreadable(packed);
    await saveExport(`${folder}.zip`, packed.value.file, packed.value.brokenCount);
  };

  return (
    <>
      <SettingsSection title={t('exporting.page.wakeUps.title')} hint={t('exporting.page.wakeUps.hint')}>
        <Button disabled={isDisabled} onClick={saveWakeUps}>
          {t('exporting.page.wakeUps.save')}
        </Button>
      </SettingsSection>
      <SettingsSection title={t('exporting.page.tables.title')} hint={t('exporting.page.tables.hint')}>
        <Button disabled={isDisabled} onClick={saveTables}>
          {t('exporting.page.tables.save')}
        </Button>
      </SettingsSection>
      <WholeLogProgress work={work} />
      <div className={form.section}>
        <Choice
          label={t('exporting.decimals')}
          options={DECIMAL_SIGNS.map((sign) => ({ value: sign, label: `1${sign}5` }))}
          value={decimal}
          onPick={setDecimal}
        />
        <p className={form.hint}>{t('exporting.decimalsHint')}</p>
      </div>
    </>
  );
}
