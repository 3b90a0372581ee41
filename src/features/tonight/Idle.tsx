import { lazy, Suspense } from 'react';
import { Button } from '@/components/Button';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Instant, MINUTE_MS } from '@/lib/time';
import { AlsoButton } from './AlsoButton';
import { MedicineWaits } from './MedicineWaits';
import row from './OnCall.module.css';
import { OnCallRow } from './OnCallRow';
import { PhonesMark } from './PhonesMark';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import type { TonightView } from './useTonight';
import { WakeButtons } from './WakeButtons';
import { ZoneHint } from './ZoneHint';

/* These chunks hold no wake button, and are looked for after it is there. */
const DayCard = lazy(() => import('./DayCard').catch(() => ({ default: () => null })));
const FirstNight = lazy(() => import('./FirstNight').catch(() => ({ default: () => null })));
const TonightStrip = lazy(() => import('./TonightStrip').catch(() => ({ default: () => null })));

interface IdleProps {
  view: TonightView;
  actions: Actions;
  now: Instant;
}

/** The night screen while no child is known to be awake; by day, last night comes first. */
export function Idle({ view, actions, now }: IdleProps) {
  const { t } = useTranslation();
  // From the end of the night until the next one is near.
  const isDay = view.phase !== 'night' && !view.canSayGoodNight;
  return (
    <main className={`${styles.screen} ${row.screen}`} data-day={isDay}>
      <div className={styles.info}>
        <SleepState view={view} now={now} />
        <Suspense>
          {isDay ? (
            <DayCard now={now} />
          ) : (
            <>
              <TonightStrip view={view} now={now} />
              <FirstNight />
            </>
          )}
        </Suspense>
        <MedicineWaits now={now} />
        <ZoneHint now={now} />
      </div>
      <div className={row.hours}>
        <OnCallRow phase={view.phase} now={now} />
        {view.canSayGoodNight && (
          <Button night onClick={actions.logBedtime}>
            {t('tonight.goodNight')}
          </Button>
        )}
        {view.canSayGoodMorning && (
          <Button night onClick={actions.logMorning}>
            {t('tonight.goodMorning')}
          </Button>
        )}
        {view.phase !== 'before' && <AlsoButton />}
      </div>
      <WakeButtons view={view} actions={actions} now={now} />
    </main>
  );
}

function SleepState({ view, now }: { view: TonightView; now: Instant }) {
  const { t } = useTranslation();
  const { format, tonight } = useHousehold();
  const [title, text] = stateText();
  return (
    <div className={styles.state}>
      <h1>{title}</h1>
      {text !== null && <p>{text}</p>}
      <PhonesMark />
    </div>
  );

  function asleepText(): string | null {
    if (view.asleepSince === null) return null;
    const asleepMs = now - view.asleepSince;
    return asleepMs < MINUTE_MS
      ? t('tonight.justNow')
      : t('tonight.asleepFor', { duration: format.duration(asleepMs) });
  }

  function stateText(): [string, string | null] {
    if (view.isEverybodyAsleep) return [t('tonight.allAsleep'), asleepText()];
    if (tonight.nightRow?.morningAt != null) return [t('tonight.nightClosed'), t('tonight.nightClosedText')];
    if (view.upForDay?.state.resolution) {
      const { incident, state } = view.upForDay;
      return [
        t('tonight.upForDay', { child: view.nameOf(incident.childId) }),
        t('tonight.upForDayText', { time: format.time(state.resolution?.at ?? now) }),
      ];
    }
    return [t('tonight.dayShift'), t('tonight.nightStartsAt', { time: format.time(view.nextNightStart) })];
  }
}
