import { lazy, Suspense, use, useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { useTranslation } from '@/i18n/useTranslation';
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
  if (health)
    return (
      <Suspense>
        <HealthSheet kind={health} onClose={onClose} />
      </Suspense>
    );
  return (
    <Sheet night title={t(onlyChores ? 'chores.also.title' : 'tonight.also')} onClose={onClose}>
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
