import { lazy, Suspense, use, useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './ChoreOrHealthSheet.module.css';
import { useDeferChore } from './useDeferChore';
import { useOfferedChores } from './useOfferedChores';

const HealthSheet = lazy(() => import('./HealthSheet'));

const HEALTH = ['temperature', 'medicine'] as const;

/** Puts a chore off with one more tap, or leads to a temperature or a medicine. */
export default function ChoreOrHealthSheet({ onClose }: { onClose: () => void }) {
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
    <Sheet night title={t('chores.also.title')} onClose={onClose}>
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
      <div className={styles.health}>
        {HEALTH.map((kind) => (
          <Button night key={kind} onClick={() => setHealth(kind)}>
            {t(`chores.also.${kind}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
