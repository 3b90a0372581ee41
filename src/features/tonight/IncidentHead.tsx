import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './Incident.module.css';
import { PhonesMark } from './PhonesMark';
import type { TonightView } from './useTonight';

interface IncidentHeadProps {
  view: TonightView;
  shown: FoldedIncident;
}

/** Says what is true: the alert, and the child who is awake. */
export function IncidentHead({ view, shown: { incident, state } }: IncidentHeadProps) {
  const { t } = useTranslation();
  const isAgain = state.timesReopened > 0;
  return (
    <header className={styles.head}>
      <p className={styles.alert}>{t(isAgain ? 'tonight.alertAgain' : 'tonight.alert')}</p>
      <h1>{t(isAgain ? 'tonight.awakeAgain' : 'tonight.woke', { child: view.nameOf(incident.childId) })}</h1>
      <PhonesMark />
    </header>
  );
}

interface RunningClockProps {
  shown: FoldedIncident;
  now: Instant;
  /** Opens "It was earlier"; without it the clock is only read. */
  onTouch?: () => void;
}

/** The clock of an incident since the child last woke. A touch on it says that it was earlier. */
export function RunningClock({ shown: { state }, now, onTouch }: RunningClockProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { formatMoment } = useMomentText();
  const since = formatMoment(state.detectedAt);
  return (
    <div className={styles.clock}>
      <p role="timer" aria-label={t('tonight.clock', { duration: format.duration(now - state.awakeSince) })}>
        {format.clock(now - state.awakeSince)}
      </p>
      {onTouch ? (
        <button type="button" aria-label={t('tonight.sinceChange', { time: since })} onClick={onTouch}>
          {t('tonight.since', { time: since })}
        </button>
      ) : (
        <small>{t('tonight.since', { time: since })}</small>
      )}
    </div>
  );
}
