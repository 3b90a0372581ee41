import { lazy, Suspense, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { rankCauses } from '@/domain/causes';
import { recoveryMs } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Instant, SECOND_MS } from '@/lib/time';
import { AlsoButton } from './AlsoButton';
import { PhonesMark } from './PhonesMark';
import styles from './Tonight.module.css';
import TonightStrip from './TonightStrip';
import type { Actions } from './useActions';
import { useEarlierIncidents } from './useEarlierIncidents';
import type { TonightView } from './useTonight';
import { WakeButtons } from './WakeButtons';

const CauseSheet = lazy(() => import('./CauseSheet'));

interface AfterIncidentProps {
  view: TonightView;
  resolved: FoldedIncident;
  actions: Actions;
  now: Instant;
}

/**
 * Shown for ten minutes after "asleep again": how long the incident took, and the question that is
 * best asked now, the cause.
 */
export default function AfterIncident({ view, resolved, actions, now }: AfterIncidentProps) {
  return (
    <main className={styles.screen}>
      <div className={styles.info}>
        <Recovery view={view} resolved={resolved} />
        <TonightStrip view={view} now={now} />
      </div>
      <Why key={resolved.incident.id} resolved={resolved} actions={actions} />
      <WakeButtons view={view} actions={actions} now={now} />
    </main>
  );
}

const LIKELIEST_SHOWN = 3;

/** Asks for the cause: the three likeliest ones, and a sheet with the others. */
function Why({ resolved, actions }: Pick<AfterIncidentProps, 'resolved' | 'actions'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const earlier = useEarlierIncidents(resolved);
  const { causeId } = resolved.incident;
  const causes = rankCauses(earlier ?? []);
  const likeliest = causes.slice(0, LIKELIEST_SHOWN);
  const another = causeId !== null && !likeliest.includes(causeId) ? causeId : null;
  return (
    <section aria-labelledby="why">
      <h2 id="why">{t('tonight.whyTitle')}</h2>
      <p className={styles.hint}>{t('tonight.whySkip')}</p>
      <div className={earlier ? styles.causes : `${styles.causes} ${styles.notYet}`}>
        {likeliest.map((cause) => (
          <Chip night key={cause} pressed={causeId === cause} onClick={() => actions.toggleCause(resolved, cause)}>
            {t(`common.cause.${cause}`)}
          </Chip>
        ))}
        <Button night aria-pressed={another ? true : undefined} onClick={() => setOpen(true)}>
          {another ? t(`common.cause.${another}`) : t('tonight.anotherCause')}
        </Button>
        <AlsoButton />
      </div>
      {isOpen && (
        <Suspense>
          <CauseSheet causes={causes} resolved={resolved} actions={actions} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

function Recovery({ view, resolved: { incident, state } }: Pick<AfterIncidentProps, 'view' | 'resolved'>) {
  const { t } = useTranslation();
  const { household, format } = useHousehold();
  const recoveryTimeMs = recoveryMs(state) ?? 0;
  const duration = format.duration(recoveryTimeMs);
  const child = view.nameOf(incident.childId);
  const outcome = state.resolution?.outcome;

  if (outcome === 'upForDay')
    return renderState(
      t('tonight.upForDay', { child }),
      t('tonight.upForDayText', { time: format.time(state.resolution?.at ?? state.detectedAt) }),
    );
  if (outcome === 'selfSettled' && recoveryTimeMs <= household.graceSeconds * SECOND_MS) {
    return renderState(t('tonight.falseAlarm'), t('tonight.falseAlarmText', { child, duration }));
  }
  const title = t(outcome === 'selfSettled' ? 'tonight.selfRecovered' : 'tonight.recovered', { duration });
  return renderState(
    title,
    `${child} · ${format.time(state.detectedAt)} – ${format.time(state.resolution?.at ?? state.detectedAt)}`,
  );

  function renderState(title: string, text: string) {
    return (
      <div className={styles.state}>
        <h1>{title}</h1>
        <p>{text}</p>
        <PhonesMark />
      </div>
    );
  }
}
