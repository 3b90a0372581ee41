import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft } from 'lucide-react';
import { Link, useLocation, useParams } from 'wouter';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { readRunbooks } from '@/db/queries';
import { removeRunbook } from '@/db/runbooks';
import type { Runbook } from '@/domain/rows/others';
import { originalRunbooks } from '@/domain/runbook/originals';
import { useHousehold } from '@/hooks/household';
import { originalWords } from '@/hooks/originalRunbooks';
import { useAnswer } from '@/hooks/useAnswer';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { addressOf, ON_CALL } from './addresses';
import { BringBack } from './BringBack';
import { NameAndPurpose } from './NameAndPurpose';
import styles from './runbooks.module.css';
import { Share } from './Share';
import { Steps } from './Steps';
import { useReset } from './useReset';

/** One runbook, to be read and changed. What another window makes of it is seen here at once. */
export default function RunbookPage() {
  const { id } = useParams<{ id: string }>();
  const { db } = useHousehold();
  const runbooks = useLiveQuery(() => readRunbooks(db), [db]);
  if (!runbooks) return <main className={frame.page} />;
  const runbook = runbooks.find((row) => addressOf(row.id) === `${ON_CALL}/${id}`);
  return runbook ? <Editor runbook={runbook} /> : <Gone runbooks={runbooks} />;
}

function Gone({ runbooks }: { runbooks: readonly Runbook[] }) {
  const { t } = useWords();
  usePage(t('runbooks.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('runbooks.title')}</h1>
      <p role="status">{t('runbooks.gone')}</p>
      <Link href={ON_CALL} className={styles.way}>
        {t('runbooks.back')}
      </Link>
      <BringBack runbooks={runbooks} />
    </main>
  );
}

function Editor({ runbook }: { runbook: Runbook }) {
  const { t } = useWords();
  usePage(runbook.name);
  return (
    <main className={frame.page}>
      <div className={styles.head}>
        <Link href={ON_CALL} className={styles.back} aria-label={t('runbooks.back')}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1>{runbook.name}</h1>
      </div>
      <NameAndPurpose runbook={runbook} />
      <Steps runbook={runbook} />
      <Share runbook={runbook} />
      <LastResorts runbook={runbook} />
    </main>
  );
}

/** Back to the original, where there is one and this is no longer it; and away with it. */
function LastResorts({ runbook }: { runbook: Runbook }) {
  const words = useWords();
  const { db } = useHousehold();
  const answer = useAnswer();
  const reset = useReset();
  const [, navigate] = useLocation();
  const original = originalRunbooks(originalWords(words)).find(({ id }) => id === runbook.id);

  const remove = async () => {
    const result = await removeRunbook(db, { id: runbook.id, now: readClock() });
    if (answer(result, { said: () => words.t('runbooks.said.removed', { name: runbook.name }) })) navigate(ON_CALL);
  };

  return (
    <div className={form.form}>
      {original && !says(original, runbook) && (
        <Button onClick={() => reset(original)}>{words.t('runbooks.reset')}</Button>
      )}
      <Button look="quiet" onClick={remove}>
        {words.t('runbooks.remove')}
      </Button>
    </div>
  );
}

/** Whether two say the same, whenever they were written. */
const says = (a: Runbook, b: Runbook): boolean =>
  JSON.stringify([a.name, a.trigger, a.steps]) === JSON.stringify([b.name, b.trigger, b.steps]);
