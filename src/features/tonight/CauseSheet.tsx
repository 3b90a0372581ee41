import { Chip } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import type { Cause } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './More.module.css';
import type { Actions } from './useActions';

interface CauseSheetProps {
  /** All causes, the likeliest first. */
  causes: readonly Cause[];
  resolved: FoldedIncident;
  actions: Actions;
  onClose: () => void;
}

/** Offers every cause of a wake-up. */
export default function CauseSheet({ causes, resolved, actions, onClose }: CauseSheetProps) {
  const { t } = useTranslation();
  return (
    <Sheet night title={t('tonight.whyTitle')} onClose={onClose}>
      <div className={styles.three}>
        {causes.map((cause) => (
          <Chip
            night
            key={cause}
            pressed={resolved.incident.causeId === cause}
            onClick={async () => {
              if (await actions.toggleCause(resolved, cause)) onClose();
            }}
          >
            {t(`common.cause.${cause}`)}
          </Chip>
        ))}
      </div>
    </Sheet>
  );
}
