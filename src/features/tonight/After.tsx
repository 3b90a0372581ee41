import { Chip } from '@/components/Button';
import { CAUSES } from '@/domain/rows/incident';
import { recoveryMs } from '@/domain/timeline/fold';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { type Instant, SECOND_MS } from '@/lib/time';
import { Also } from './Also';
import styles from './Tonight.module.css';
import { TonightStrip } from './TonightStrip';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';
import { WakeButtons } from './WakeButtons';

interface AfterProps {
  view: TonightView;
  after: Folded;
  actions: Actions;
  now: Instant;
}

/** For ten minutes after "asleep again": how long it took, and the one question that is best asked now. */
export function After({ view, after, actions, now }: AfterProps) {
  const { t } = useWords();
  return (
    <main className={styles.screen}>
      <div className={styles.told}>
        <Recovery view={view} after={after} />
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
              pressed={after.incident.causeId === cause}
              onClick={() => actions.cause(after, cause)}
            >
              {t(`common.cause.${cause}`)}
            </Chip>
          ))}
          <Also />
        </div>
      </section>
      <WakeButtons view={view} actions={actions} now={now} />
    </main>
  );
}

function Recovery({ view, after: { incident, state } }: Pick<AfterProps, 'view' | 'after'>) {
  const { t } = useWords();
  const { household, format } = useHousehold();
  const recovery = recoveryMs(state) ?? 0;
  const duration = format.duration(recovery);
  const child = view.nameOf(incident.childId);
  const outcome = state.resolution?.outcome;

  if (outcome === 'upForDay')
    return tell(
      t('tonight.upForDay', { child }),
      t('tonight.upForDayText', { time: format.time(state.resolution?.at ?? state.detectedAt) }),
    );
  if (outcome === 'selfSettled' && recovery <= household.graceSeconds * SECOND_MS) {
    return tell(t('tonight.falseAlarm'), t('tonight.falseAlarmText', { child, duration }));
  }
  const title = t(outcome === 'selfSettled' ? 'tonight.selfRecovered' : 'tonight.recovered', { duration });
  return tell(
    title,
    `${child} · ${format.time(state.detectedAt)} – ${format.time(state.resolution?.at ?? state.detectedAt)}`,
  );

  function tell(title: string, text: string) {
    return (
      <div className={styles.state}>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    );
  }
}
