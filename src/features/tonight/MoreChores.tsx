import { Button } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './More.module.css';
import { useDeferChore } from './useDeferChore';
import { useOfferedChores } from './useOfferedChores';

const SHOWN_CHORES = 2;

interface MoreChoresProps {
  onOpen: (sheet: 'chore') => void;
  onClose: () => void;
}

/** Puts off one of the two foremost chores in one touch, and leads to the others. */
export function MoreChores({ onOpen, onClose }: MoreChoresProps) {
  const { t } = useTranslation();
  const offered = useOfferedChores();
  const defer = useDeferChore();
  return (
    <div className={styles.row} role="group" aria-label={t('chores.also.title')}>
      {offered.slice(0, SHOWN_CHORES).map((chore) => (
        <Button
          night
          key={chore.title}
          className={styles.chore}
          onClick={async () => {
            if (await defer(chore)) onClose();
          }}
        >
          <span>{chore.title}</span> <small>{t('sheets.choreLater')}</small>
        </Button>
      ))}
      <Button night onClick={() => onOpen('chore')}>
        {t('sheets.chore')}
      </Button>
    </div>
  );
}
