import { useLiveQuery } from 'dexie-react-hooks';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Link } from 'wouter';
import { BackToHousehold } from '@/components/BackToHousehold';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import frame from '@/components/page.module.css';
import { readChores } from '@/db/choreQueries';
import type { Chore } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, DAY_MS, HOUR_MS } from '@/lib/time';
import { ChoreSheet } from './ChoreSheet';
import styles from './chores.module.css';
import { OutstandingChores } from './OutstandingChores';
import { PaidChores } from './PaidChores';

/** Chores paid longer ago are only in the dashboard's curves. */
const PAID_SHOWN_MS = 28 * DAY_MS;

/** From 24 hours of work on, the screen jokes that a rewrite would be cheaper. */
const REWRITE_MINUTES = 24 * 60;

/** Returns the sum of the chores' effort, in minutes. */
const totalEffortMinutes = (chores: readonly Chore[]): number =>
  chores.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0);

/** The screen of the household's technical debt: the chores that were put off at night. */
export default function ChoresScreen() {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const formatEffort = useMinutesText();
  const now = useNow(HOUR_MS);
  const chores = useLiveQuery(() => readChores(db, addMs(now, -PAID_SHOWN_MS)), [db, now]);
  const [editing, setEditing] = useState<Chore | 'new' | null>(null);
  usePage(t('chores.title'), chores !== undefined);

  if (!chores) return <main className={frame.page} />;
  const { outstanding, paid, broken } = chores;
  const debtMinutes = totalEffortMinutes(outstanding);
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <h1 className={frame.title}>{t('chores.title')}</h1>
      {broken.length > 0 && (
        <p className={form.hint}>
          {t('common.broken', { count: broken.length })} <Link href="/household/storage">{t('common.brokenLink')}</Link>
        </p>
      )}
      {outstanding.length === 0 ? (
        <p className={styles.none}>{t('chores.none')}</p>
      ) : (
        <div>
          <p className={styles.debt}>
            <strong>{formatEffort(debtMinutes)}</strong> {t('chores.debt', { count: outstanding.length })}
          </p>
          <p className={form.hint}>{t(debtMinutes >= REWRITE_MINUTES ? 'chores.rewrite' : 'chores.interest')}</p>
        </div>
      )}
      <Button onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t('chores.add')}
      </Button>
      {outstanding.length > 0 && (
        <>
          <OutstandingChores chores={outstanding} now={now} onEdit={setEditing} />
          <p className={form.hint}>{t('chores.forgiveHint')}</p>
        </>
      )}
      {paid.length > 0 && <PaidChores chores={paid} minutes={totalEffortMinutes(paid)} onEdit={setEditing} />}
      {editing && <ChoreSheet chore={editing === 'new' ? null : editing} now={now} onClose={() => setEditing(null)} />}
    </main>
  );
}
