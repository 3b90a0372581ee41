import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { replaceEntry } from '@/db/incidents';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import styles from './Tonight.module.css';

interface StartTimeSheetProps {
  current: FoldedIncident;
  now: Instant;
  onClose: () => void;
}

const CHANGES_MINUTES = [1, 5, 10];

/** Moves the beginning of the open incident: "It was five minutes ago". */
export function StartTimeSheet({ current, onClose }: StartTimeSheetProps) {
  const { t } = useTranslation();
  const { db, format, household } = useHousehold();
  const reportResult = useReportResult();
  const { detectedAt } = current.state;
  const [isEstimated, setIsEstimated] = useState(current.state.detected.estimated);
  const [picked, setPicked] = useState<Instant | null>(detectedAt);
  const [error, setError] = useState<string | null>(null);
  const detected = current.incident.timeline.find(({ kind, deletedAt }) => kind === 'detected' && deletedAt === null);

  const moveTo = async (at: Instant) => {
    if (!detected) return;
    const entry = { ...detected, at, estimated: isEstimated };
    const result = await replaceEntry(db, { incidentId: current.incident.id, entry, now: readClock() });
    const formatMessage = () => t('tonight.toast.backdated', { time: format.time(at) });
    if (reportResult(result, { message: formatMessage, onRefused: setError })) onClose();
  };

  return (
    <Sheet night title={t('tonight.earlierTitle')} onClose={onClose}>
      <div className={styles.threeColumns}>
        {CHANGES_MINUTES.map((count) => (
          <Button
            night
            key={count}
            aria-label={t('tonight.minutesEarlierLabel', { count })}
            onClick={() => moveTo(addMs(detectedAt, -count * MINUTE_MS))}
          >
            {t('tonight.minutesEarlier', { count })}
          </Button>
        ))}
      </div>
      <WallTimeField label={t('tonight.timeLabel')} defaultAt={detectedAt} timeZone={household} onPick={setPicked} />
      <Chip night pressed={isEstimated} onClick={() => setIsEstimated(!isEstimated)}>
        {t('common.guess')}
      </Chip>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button night variant="primary" disabled={picked === null} onClick={() => picked !== null && moveTo(picked)}>
        {t('tonight.setTime')}
      </Button>
    </Sheet>
  );
}
