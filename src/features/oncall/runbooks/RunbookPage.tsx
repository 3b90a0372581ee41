import { useLiveQuery } from 'dexie-react-hooks';
import { useLocation, useParams } from 'wouter';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { readRunbooks } from '@/db/queries';
import { removeRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { originalRunbooks } from '@/domain/runbook/originalRunbooks';
import { originalRunbookTitles } from '@/hooks/originalRunbooks';
import { useHousehold } from '@/hooks/useHousehold';
import { usePage } from '@/hooks/usePage';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { NameAndPurpose } from './NameAndPurpose';
import { RestoreOriginals } from './RestoreOriginals';
import { RUNBOOKS_PATH, runbookPath } from './runbookPaths';
import { ShareSection } from './ShareSection';
import { StepList } from './StepList';
import { useResetRunbook } from './useResetRunbook';

/**
 * The page that shows and edits one runbook. It is a live query, so changes from another window
 * appear at once.
 */
export function RunbookPage() {
  const { id } = useParams<{ id: string }>();
  const { db } = useHousehold();
  const runbooks = useLiveQuery(() => readRunbooks(db), [db]);
  if (!runbooks) return <main className={frame.page} />;
  const runbook = runbooks.find((row) => runbookPath(row.id).endsWith(`/${id}`));
  return runbook ? <RunbookEditor runbook={runbook} /> : <RunbookNotFound runbooks={runbooks} />;
}

function RunbookNotFound({ runbooks }: { runbooks: readonly Runbook[] }) {
  const { t } = useTranslation();
  usePage(t('runbooks.title'));
  return (
    <main className={frame.page}>
      <BackToHousehold href={RUNBOOKS_PATH} label={t('runbooks.title')} />
      <h1 className={frame.title}>{t('runbooks.title')}</h1>
      <p role="status">{t('runbooks.gone')}</p>
      <RestoreOriginals runbooks={runbooks} />
    </main>
  );
}

function RunbookEditor({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation();
  usePage(runbook.name);
  return (
    <main className={frame.page}>
      <BackToHousehold href={RUNBOOKS_PATH} label={t('runbooks.title')} />
      <h1 className={frame.title}>{runbook.name}</h1>
      <NameAndPurpose runbook={runbook} />
      <StepList runbook={runbook} />
      <ShareSection runbook={runbook} />
      <ResetAndDelete runbook={runbook} />
    </main>
  );
}

/** The buttons that delete the runbook, and that reset it if it is a changed original. */
function ResetAndDelete({ runbook }: { runbook: Runbook }) {
  const words = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const reset = useResetRunbook();
  const [, navigate] = useLocation();
  const original = originalRunbooks(originalRunbookTitles(words)).find(({ id }) => id === runbook.id);

  const remove = async () => {
    const result = await removeRunbook(db, { id: runbook.id, now: readClock() });
    if (reportResult(result, { message: () => words.t('runbooks.toast.removed', { name: runbook.name }) }))
      navigate(RUNBOOKS_PATH);
  };

  return (
    <div className={form.form}>
      {original && !hasSameContent(original, runbook) && (
        <Button onClick={() => reset(original)}>{words.t('runbooks.reset')}</Button>
      )}
      <Button variant="quiet" onClick={remove}>
        {words.t('runbooks.remove')}
      </Button>
    </div>
  );
}

/** Compares what the user sees of two runbooks, not when they were written. */
const hasSameContent = (a: Runbook, b: Runbook): boolean =>
  JSON.stringify([a.name, a.trigger, a.steps]) === JSON.stringify([b.name, b.trigger, b.steps]);
