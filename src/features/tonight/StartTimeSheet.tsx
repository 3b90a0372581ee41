import { use, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { DateTimeField } from '@/components/DateTimeField';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { replaceEntry } from '@/db/incidents';
import { nightOf } from '@/domain/night';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { addMs, type Instant, MINUTE_MS } from '@/lib/time';
import styles from './More.module.css';

interface StartTimeSheetProps {
  current: FoldedIncident;
  now: Instant;
  onClose: () => void;
}

const CHANGES_MINUTES = [1, 5, 10];

/** Moves the beginning of the open incident: "It was five minutes ago". */
export default function StartTimeSheet({ current, now, onClose }: StartTimeSheetProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { db, household } = useHousehold();
  const { formatMoment } = useMomentText();
  const reportResult = useReportResult();
  const { detectedAt } = current.state;
  const [isEstimated, setIsEstimated] = useState(current.state.detected.estimated);
  const [picked, setPicked] = useState<Instant | null>(detectedAt);
  const [error, setError] = useState<string | null>(null);
  const [openedAt] = useState(now);
  const [openedWith] = useState(detectedAt);
  const isOfThisNight = nightOf(detectedAt, household) === nightOf(openedAt, household);
  const detected = current.incident.timeline.find(({ kind, deletedAt }) => kind === 'detected' && deletedAt === null);

  const moveTo = async (at: Instant) => {
    if (!detected) return;
    const entry = { ...detected, at, estimated: isEstimated };
    const result = await replaceEntry(db, { incidentId: current.incident.id, entry, now: readClock() });
    const formatMessage = () => t('sheets.toast.backdated', { time: formatMoment(at) });
    if (reportResult(result, { message: formatMessage, onRefused: setError })) onClose();
  };

  return (
    <Sheet night title={t('sheets.earlierTitle')} onClose={onClose}>
      <div className={styles.three}>
        {CHANGES_MINUTES.map((count) => (
          <Button
            night
            key={count}
            aria-label={t('sheets.minutesEarlierLabel', { count })}
            onClick={() => moveTo(addMs(detectedAt, -count * MINUTE_MS))}
          >
            {t('sheets.minutesEarlier', { count })}
          </Button>
        ))}
      </div>
      <ElsewhereHint state={detectedAt === openedWith ? 'same' : 'changed'} />
      {isOfThisNight ? (
        <WallTimeField label={t('sheets.timeLabel')} defaultAt={detectedAt} zone={household} onPick={setPicked} />
      ) : (
        // A wrong clock or a forgotten end: a typed time is near now, and the day is in sight.
        <DateTimeField
          labels={{ day: t('sheets.dayLabel'), time: t('sheets.timeLabel'), noDay: t('sheets.noDay') }}
          defaultAt={detectedAt}
          latest={openedAt}
          error={null}
          onPick={setPicked}
        />
      )}
      <Chip night pressed={isEstimated} onClick={() => setIsEstimated(!isEstimated)}>
        {t('common.guess')}
      </Chip>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button night variant="primary" disabled={picked === null} onClick={() => picked !== null && moveTo(picked)}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}
