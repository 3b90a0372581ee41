import { useState } from 'react';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import type { ImportPreview } from '@/importers/plan/previewImport';
import { readClock } from '@/lib/clock';
import { useToasts } from '@/stores/toasts';
import { WholeLogProgress } from '../WholeLogProgress';
import { PreviewCard } from './PreviewCard';
import { PreviewLists } from './PreviewLists';
import { Questions } from './Questions';
import type { ImportFlow } from './useImport';
import { useImportCounts } from './useImportCounts';

interface ReadImportSectionProps {
  flow: ImportFlow;
  step: Extract<ImportFlow['step'], { at: 'read' }>;
}

/** Files that were read: what only a person can say of them, what would come in, and the import. */
export function ReadImportSection({ flow, step: { read, fileCount, answers } }: ReadImportSectionProps) {
  const { t } = useTranslation();
  const { children } = useHousehold();
  const reportResult = useReportResult();
  const formatCounts = useImportCounts();
  const [error, setError] = useState<string | null>(null);
  const { preview, work } = flow;
  const [dateFile] = read.openOrder;
  const nameOf = (id: string) =>
    [...children, ...(preview?.newChildren ?? [])].find((child) => child.id === id)?.name ?? t('common.somebody');

  const importAll = async () => {
    if (!preview) return;
    setError(null);
    const outcome = await work.run('importFiles', {
      answers: { ...answers, bringsBack: preview.bringsBack },
      now: readClock(),
    });
    if ('cancelled' in outcome) return;
    if (!outcome.ok) return void reportResult(outcome, { message: () => null, onRefused: setError });
    const done = outcome.value;
    useToasts
      .getState()
      .showSuccess(done ? t('importing.done', { what: formatCounts(done) }) : t('importing.nothingDone'));
    flow.restart();
  };

  return (
    <>
      <p>
        {t('importing.files', {
          count: fileCount,
          tracker: read.trackers.map((tracker) => t(`importing.trackers.${tracker}.name`)).join(', '),
        })}
      </p>
      {dateFile !== undefined && (
        <Choice
          label={t('importing.order.question', { file: dateFile })}
          options={(['dmy', 'mdy'] as const).map((value) => ({ value, label: t(`importing.order.${value}`) }))}
          value={null}
          onPick={(order) => flow.reopen({ order })}
        />
      )}
      <Questions read={read} answers={answers} onAnswer={flow.answer} />
      {preview && (
        <>
          <PreviewCard preview={preview} onBringBack={(bringsBack) => flow.answer({ bringsBack })} />
          {error && (
            <p role="alert" className={controls.error}>
              {error}
            </p>
          )}
          {hasNews(preview.added) && (
            <Button variant="primary" disabled={work.progress !== null} onClick={importAll}>
              {preview.added.wakeUps > 0
                ? t('importing.preview.importCount', { count: preview.added.wakeUps })
                : t('importing.preview.import')}
            </Button>
          )}
        </>
      )}
      <WholeLogProgress work={work} />
      {preview && <PreviewLists preview={preview} nameOf={nameOf} />}
      <Button variant="quiet" disabled={work.progress?.stage === 'finish'} onClick={flow.restart}>
        {t('importing.others')}
      </Button>
    </>
  );
}

/** Whether there is anything to write. */
const hasNews = ({ wakeUps, temperatures, medicines, nights }: ImportPreview['added']): boolean =>
  wakeUps + temperatures + medicines + nights > 0;
