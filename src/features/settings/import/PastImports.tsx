import { useLiveQuery } from 'dexie-react-hooks';
import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import type { KeptImport } from '@/db/database';
import { readImports } from '@/db/keptImports';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { wallClockAt } from '@/lib/zone';
import styles from '../settings.module.css';
import { useWholeLog } from '../useWholeLog';
import { WholeLogProgress } from '../WholeLogProgress';
import { useImportCounts } from './useImportCounts';

/** How many names of files are shown of one import. */
const SHOWN_FILES = 3;

/** The imports of this phone, each of which can be taken back. */
export function PastImports() {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const reportResult = useReportResult();
  const formatCounts = useImportCounts();
  const work = useWholeLog();
  const imports = useLiveQuery(() => readImports(db), [db]) ?? [];
  if (imports.length === 0) return null;

  const takeBack = async (id: string) => {
    const outcome = await work.run('takeBackImport', { id, now: readClock() });
    if (!('cancelled' in outcome)) reportResult(outcome, { message: () => t('importing.takenBack') });
  };
  const formatImport = ({ importedAt, files, ...counts }: KeptImport) =>
    t('importing.past.text', {
      day: format.day(wallClockAt(importedAt, household).day),
      time: format.time(importedAt),
      what: formatCounts(counts),
      files: [...files.slice(0, SHOWN_FILES), ...(files.length > SHOWN_FILES ? ['…'] : [])].join(', '),
    });
  return (
    <SettingsSection title={t('importing.past.title')} hint={t('importing.past.hint')}>
      {imports.map((each) => (
        <div key={each.id} className={styles.notice}>
          <p className={styles.broken}>{formatImport(each)}</p>
          <Button disabled={work.progress !== null} onClick={() => takeBack(each.id)}>
            {t('importing.past.takeBack')}
          </Button>
        </div>
      ))}
      <WholeLogProgress work={work} />
    </SettingsSection>
  );
}
