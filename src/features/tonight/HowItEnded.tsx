import { use, useState } from 'react';
import { Button } from '@/components/Button';
import { guessedEnd } from '@/domain/guessedEnd';
import { lastWordIn } from '@/domain/question';
import { usualRecoveryMs } from '@/domain/review/usualRecovery';
import { isFalseAlarm } from '@/domain/timeline/falseAlarm';
import { type FoldedIncident, foldIncidents } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './Incident.module.css';
import type { Actions } from './useActions';
import { useEarlierIncidents } from './useEarlierIncidents';

interface HowItEndedProps {
  shown: FoldedIncident;
  actions: Actions;
  now: Instant;
  onAnotherTime: () => void;
  onStillAwake: () => void;
}

/**
 * Asks when a child was asleep again whom nobody has logged anything of for two hours. One tap on
 * "Asleep again" would count all of them as awake.
 */
export default function HowItEnded({ shown, actions, now, onAnotherTime, onStillAwake }: HowItEndedProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const { formatMoment } = useMomentText();
  const [askedAt] = useState(now);
  const guess = useGuessedEnd(shown, askedAt);
  // The answers come up together: no button moves under a thumb.
  if (guess === undefined) return null;
  return (
    <div className={styles.howItEnded} role="group" aria-labelledby="how-it-ended">
      <p id="how-it-ended" className={styles.asked}>
        {t('sheets.howItEnded')}
      </p>
      {guess !== null && (
        <Button
          night
          variant="primary"
          className={styles.end ?? ''}
          onClick={() => actions.resolve(shown, 'settled', { at: guess, estimated: true })}
        >
          {t('sheets.about', { time: formatMoment(guess) })}
        </Button>
      )}
      <div className={styles.answers}>
        <Button night onClick={() => actions.resolve(shown, 'settled')}>
          {t('sheets.endedJustNow')}
        </Button>
        <Button night onClick={onAnotherTime}>
          {t('sheets.anotherTime')}
        </Button>
      </div>
      <Button night variant="quiet" onClick={onStillAwake}>
        {t('sheets.stillAwake')}
      </Button>
    </div>
  );
}

/** Returns the guess; null if there is none, and undefined until the log is read. */
function useGuessedEnd(shown: FoldedIncident, now: Instant): Instant | null | undefined {
  const { household } = useHousehold();
  const earlier = useEarlierIncidents(shown);
  if (!earlier) return undefined;
  const { childId } = shown.incident;
  const placed = foldIncidents(earlier)
    .map((folded) => ({ ...folded, isCounted: !isFalseAlarm(folded.state, household.graceSeconds) }))
    .sort((a, b) => a.state.detectedAt - b.state.detectedAt);
  const { awakeSince } = shown.state;
  const lastWordAt = lastWordIn(shown.state, now);
  return guessedEnd({ awakeSince, lastWordAt, usualMs: usualRecoveryMs(placed, childId) }, now);
}
