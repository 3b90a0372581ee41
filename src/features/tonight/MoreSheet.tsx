import { Button, Chip } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { Remedy } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';

interface MoreSheetProps {
  current: FoldedIncident;
  remedies: readonly Remedy[];
  tried: ReadonlySet<Remedy>;
  actions: Actions;
  /**
   * Opens what is seldom needed in its own sheet, so that everything in this one stays within the
   * thumb's reach.
   */
  onOpen: (sheet: 'note' | 'runbook') => void;
  onClose: () => void;
}

/** Offers every remedy, and the buttons that open the other sheets. */
export function MoreSheet({ current, remedies, tried, actions, onOpen, onClose }: MoreSheetProps) {
  const { t } = useTranslation();
  const { tonight } = useHousehold();
  return (
    <Sheet night title={t('tonight.moreTitle')} onClose={onClose}>
      <div className={styles.threeColumns} role="group" aria-label={t('tonight.whatIsTried')}>
        {remedies.map((remedy) => (
          <Chip
            night
            key={remedy}
            pressed={tried.has(remedy)}
            onClick={async () => {
              if (await actions.logRemedy(current, remedy)) onClose();
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
