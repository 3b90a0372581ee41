import { Chip } from '@/components/Button';
import { CAUSES } from '@/domain/rows/incident';
import { recoveryMs } from '@/domain/timeline/foldTimeline';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Instant, SECOND_MS } from '@/lib/time';
import { AlsoButton } from './AlsoButton';
import styles from './Tonight.module.css';
import { TonightStrip } from './TonightStrip';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';
import { WakeButtons } from './WakeButtons';

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
export function AfterIncident({ view, resolved, actions, now }: AfterIncidentProps) {
  const { t } = useTranslation();
  return (
    <main className={styles.screen}>
      <div className={styles.info}>
        <Recovery view={view} resolved={resolved} />
        <TonightStrip view={view} now={now} />
      </div>
      <section className={styles.pad} aria-labelledby="why">
        <h2 id="why">{t('tonight.whyTitle')}</h2>
        <p className={styles.hint}>{t('tonight.whySkip')}</p>
        <div className={styles.causes}>
          {CAUSES.map((cause) => (
            <Chip
              night
              key={cause}
              pressed={resolved.incident.causeId === cause}
              onClick={() => actions.toggleCause(resolved, cause)}
            >
              {t(`common.cause.${cause}`)}
            </Chip>
          ))}
          <AlsoButton />
        </div>
      </section>
      <WakeButtons view={view} actions={actions} now={now} />
    </main>
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
      </div>
    );
  }
}
