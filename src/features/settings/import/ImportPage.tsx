import { useEffect } from 'react';
import { SettingFrame } from '@/components/SettingFrame';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { takeSharedFiles } from '@/pwa/sharedFiles';
import { WholeLogProgress } from '../WholeLogProgress';
import { ChooseFiles } from './ChooseFiles';
import { MatchColumns } from './MatchColumns';
import { PastImports } from './PastImports';
import { ReadImportSection } from './ReadImportSection';
import { TrackerGuide } from './TrackerGuide';
import { useDroppedFiles } from './useDroppedFiles';
import { useImport } from './useImport';

/** Brings the months along that are in another tracker, and takes them back. */
export function ImportPage() {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const flow = useImport(household.timeZone);
  const { step, work } = flow;
  const openFiles = (files: readonly File[]) => {
    flow.restart();
    return flow.open(files.map((file) => ({ name: file.name, file })));
  };
  useDroppedFiles(openFiles);
  useOnce(async () => {
    const shared = await takeSharedFiles();
    if (shared.length > 0) await openFiles(shared);
  });
  return (
    <SettingFrame title={t('importing.title')} hint={t('importing.hint')}>
      {step.at === 'choose' && <ChooseFiles problem={step.problem} onFiles={openFiles} />}
      {step.at === 'columns' && (
        <MatchColumns
          key={step.file}
          file={step.file}
          table={step.table}
          onMatched={(columns) => flow.reopen({ columns: new Map([...(flow.columns ?? []), [step.file, columns]]) })}
          onCancel={flow.restart}
        />
      )}
      {step.at === 'read' && <ReadImportSection flow={flow} step={step} />}
      {step.at !== 'read' && <WholeLogProgress work={work} />}
      {step.at === 'choose' && work.progress === null && (
        <>
          <PastImports />
          <TrackerGuide />
        </>
      )}
    </SettingFrame>
  );
}

/** Does something once, when the page comes up. */
function useOnce(task: () => Promise<void>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it belongs to the first rendering
  useEffect(() => void task(), []);
}
