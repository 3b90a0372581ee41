import { lazy, Suspense, use, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { useTranslation } from '@/i18n/useTranslation';
import { useSyncStatus } from '@/stores/sync';
import styles from './ChoreOrHealthSheet.module.css';
import { useDeferChore } from './useDeferChore';
import { useOfferedChores } from './useOfferedChores';

const HealthSheet = lazy(() => import('./HealthSheet'));

const HEALTH = ['medicine', 'temperature'] as const;

interface ChoreOrHealthSheetProps {
  /** Whether medicine and temperature have their buttons where this sheet was opened. */
  onlyChores?: boolean;
  onClose: () => void;
}

/** Leads to a medicine or a temperature, or puts a chore off with one more tap. */
export default function ChoreOrHealthSheet({ onlyChores = false, onClose }: ChoreOrHealthSheetProps) {
  const words = useTranslation();
  use(words.loadDayMessages());
  const { t } = words;
  const [health, setHealth] = useState<(typeof HEALTH)[number] | null>(null);
  const usual = useOfferedChores();
  const defer = useDeferChore();
  const isShared = useSyncStatus(({ sharing }) => sharing === 'on');
  if (health)
    return (
      <Suspense>
        <HealthSheet kind={health} onClose={onClose} />
      </Suspense>
    );
  return (
    <Sheet night title={t(onlyChores ? 'chores.also.title' : 'tonight.also')} onClose={onClose}>
      {!onlyChores && isShared && (
        <Link href="/watch" className={`${controls.button} ${controls.night}`}>
          {t('watch.title')}
        </Link>
      )}
      {!onlyChores && (
        <div className={styles.health}>
          {HEALTH.map((kind) => (
            <Button night key={kind} onClick={() => setHealth(kind)}>
              {t(`chores.also.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.chores}>
        {usual.map((chore) => (
          <Button
            night
            key={chore.title}
            aria-label={`${chore.title} · ${chore.effort}`}
            onClick={async () => {
              if (await defer(chore)) onClose();
            }}
          >
            <span className={styles.chore}>{chore.title}</span>
            <small>{chore.effort}</small>
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
