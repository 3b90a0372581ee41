import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { BackToHousehold } from '@/components/BackToHousehold';
import frame from '@/components/page.module.css';
import { readEpisodes, readLatestObservations } from '@/db/healthQueries';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { MINUTE_MS } from '@/lib/time';
import { ChildHealth } from './ChildHealth';
import { HealthSheets, type OpenSheet } from './HealthSheets';
import styles from './health.module.css';

/** The screen of illnesses, temperatures and medicine, child by child. */
export default function HealthScreen() {
  const { t } = useTranslation();
  const { db, children } = useHousehold();
  const now = useNow(MINUTE_MS);
  const [opened, setOpened] = useState<OpenSheet | null>(null);
  const log = useLiveQuery(async () => {
    const episodes = await readEpisodes(db);
    const latestByChild = await Promise.all(children.map(({ id }) => readLatestObservations(db, id, 1)));
    const observedChildIds = new Set(latestByChild.flat().map(({ childId }) => childId));
    return {
      episodes,
      hasRows: (id: string) => observedChildIds.has(id) || episodes.some(({ childId }) => childId === id),
    };
  }, [db, children]);

  usePage(t('health.title'), log !== undefined);

  if (!log) return <main className={frame.page} />;
  const shownChildren = children.filter(({ id, archived }) => !archived || log.hasRows(id));
  return (
    <main className={frame.page}>
      <BackToHousehold />
      <h1 className={frame.title}>{t('health.title')}</h1>
      {!shownChildren.some(({ id }) => log.hasRows(id)) && <p className={styles.empty}>{t('health.empty')}</p>}
      {shownChildren.map((child) => (
        <ChildHealth
          key={child.id}
          child={child}
          episodes={log.episodes.filter(({ childId }) => childId === child.id)}
          now={now}
          onOpen={setOpened}
        />
      ))}
      {opened && <HealthSheets opened={opened} now={now} onClose={() => setOpened(null)} />}
    </main>
  );
}
