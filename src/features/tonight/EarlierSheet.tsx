import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { replaceEntry } from '@/db/incidents';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { after, type Instant, MINUTE_MS } from '@/lib/time';
import styles from './Tonight.module.css';

interface EarlierSheetProps {
  current: Folded;
  now: Instant;
  onClose: () => void;
}

const STEPS_MINUTES = [1, 5, 10];

/** "It was five minutes ago": moves the beginning of the running incident. */
export function EarlierSheet({ current, onClose }: EarlierSheetProps) {
  const { t } = useWords();
  const { db, format, household } = useHousehold();
  const answer = useAnswer();
  const { detectedAt } = current.state;
  const [guess, setGuess] = useState(current.state.detected.estimated);
  const [picked, setPicked] = useState<Instant | null>(detectedAt);
  const [error, setError] = useState<string | null>(null);
  const detected = current.incident.timeline.find(({ kind, deletedAt }) => kind === 'detected' && deletedAt === null);

  const moveTo = async (at: Instant) => {
    if (!detected) return;
    const entry = { ...detected, at, estimated: guess };
    const result = await replaceEntry(db, { incidentId: current.incident.id, entry, now: readClock() });
    const said = () => t('tonight.said.backdated', { time: format.time(at) });
    if (answer(result, { said, refused: setError })) onClose();
  };

  return (
    <Sheet night title={t('tonight.earlierTitle')} onClose={onClose}>
      <div className={styles.three}>
        {STEPS_MINUTES.map((count) => (
          <Button
            night
            key={count}
            aria-label={t('tonight.minutesEarlierLabel', { count })}
            onClick={() => moveTo(after(detectedAt, -count * MINUTE_MS))}
          >
            {t('tonight.minutesEarlier', { count })}
          </Button>
        ))}
      </div>
      <WallTimeField label={t('tonight.timeLabel')} at={detectedAt} timeZone={household.timeZone} onPick={setPicked} />
      <Chip night pressed={guess} onClick={() => setGuess(!guess)}>
        {t('common.guess')}
      </Chip>
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button night look="primary" disabled={picked === null} onClick={() => picked !== null && moveTo(picked)}>
        {t('tonight.setTime')}
      </Button>
    </Sheet>
  );
}
