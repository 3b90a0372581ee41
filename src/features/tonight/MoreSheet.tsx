import { Button, Chip } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { Remedy } from '@/domain/rows/incident';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';

interface MoreSheetProps {
  current: Folded;
  remedies: readonly Remedy[];
  tried: ReadonlySet<Remedy>;
  actions: Actions;
  /** To what is asked for seldom, each in a sheet of its own: here everything stays within the thumb's reach. */
  onOpen: (sheet: 'note' | 'runbook') => void;
  onClose: () => void;
}

/** Every remedy, and the way to the rest. */
export function MoreSheet({ current, remedies, tried, actions, onOpen, onClose }: MoreSheetProps) {
  const { t } = useWords();
  const { tonight } = useHousehold();
  return (
    <Sheet night title={t('tonight.moreTitle')} onClose={onClose}>
      <div className={styles.three} role="group" aria-label={t('tonight.whatIsTried')}>
        {remedies.map((remedy) => (
          <Chip
            night
            key={remedy}
            pressed={tried.has(remedy)}
            onClick={async () => {
              if (await actions.remedy(current, remedy)) onClose();
            }}
          >
            {t(`common.remedy.${remedy}`)}
          </Chip>
        ))}
      </div>
      <div className={styles.row}>
        <Button night onClick={() => onOpen('note')}>
          {t('tonight.note')}
        </Button>
        {tonight.runbooks.length > 0 && (
          <Button night onClick={() => onOpen('runbook')}>
            {t('tonight.runbook.choose')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
