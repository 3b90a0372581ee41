import { use } from 'react';
import { Chip } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { Runbook } from '@/domain/rows/others';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';

interface RunbookSheetProps {
  current: FoldedIncident;
  actions: Actions;
  onClose: () => void;
}

/** Chooses the runbook that this incident follows. */
export default function RunbookSheet({ current, actions, onClose }: RunbookSheetProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { tonight } = useHousehold();
  const { runbookId } = current.incident;
  const options: (Runbook | null)[] = [...tonight.runbooks, null];
  // A runbook that was deleted meanwhile counts as no runbook.
  const pressed = tonight.runbooks.find(({ id }) => id === runbookId) ?? null;
  return (
    <Sheet night title={t('sheets.chooseRunbook')} onClose={onClose}>
      <div className={styles.sheet}>
        {options.map((option) => (
          <Chip
            night
            key={option?.id ?? 'none'}
            pressed={option === pressed}
            onClick={async () => {
              if (await actions.setRunbook(current, option)) onClose();
            }}
          >
            {option?.name ?? t('sheets.noRunbook')}
          </Chip>
        ))}
      </div>
    </Sheet>
  );
}
