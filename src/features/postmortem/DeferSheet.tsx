import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { deferChore } from '@/db/chores';
import { useHousehold } from '@/hooks/useHousehold';
import { useMinutesText } from '@/hooks/useMinutesText';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { earlierOf, type Instant } from '@/lib/time';
import styles from './postmortem.module.css';

const EFFORTS_MINUTES = [5, 15, 30, 60];

interface DeferSheetProps {
  choreId: string;
  title: string;
  /** The instant at which the chore counts as put off: the end of the night that caused it. */
  deferAt: Instant;
  onClose: () => void;
}

/** The sheet that puts an item off as a chore. One tap says how many minutes it would take. */
export function DeferSheet({ choreId, title, deferAt, onClose }: DeferSheetProps) {
  const { t } = useTranslation();
  const { db } = useHousehold();
  const reportResult = useReportResult();
  const formatMinutes = useMinutesText();
  const [error, setError] = useState<string | null>(null);

  const defer = async (effortMinutes: number) => {
    const now = readClock();
    const chore = { choreId, title, effortMinutes, deferredAt: earlierOf(deferAt, now), now };
    const formatMessage = () => t('postmortem.toast.deferred', { minutes: formatMinutes(effortMinutes) });
    if (reportResult(await deferChore(db, chore), { message: formatMessage, onRefused: setError })) onClose();
  };

  return (
    <Sheet title={title} onClose={onClose}>
      <p>{t('postmortem.effort')}</p>
      <div className={styles.efforts}>
        {EFFORTS_MINUTES.map((effort) => (
          <Button key={effort} onClick={() => defer(effort)}>
            {formatMinutes(effort)}
          </Button>
        ))}
      </div>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
    </Sheet>
  );
}
