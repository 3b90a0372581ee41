import { lazy, Suspense, useState } from 'react';
import type { FoldedIncident } from '@/domain/tonight';
import type { Instant } from '@/lib/time';
import styles from './Incident.module.css';
import { IncidentHead, RunningClock } from './IncidentHead';
import { IncidentQuestion } from './IncidentQuestion';
import { IncidentSheets } from './IncidentSheets';
import { LatestEntry } from './LatestEntry';
import { MedicineWaits } from './MedicineWaits';
import { OtherChildren } from './OtherChildren';
import type { OpenSheet } from './openSheet';
import type { Actions } from './useActions';
import { useIncidentScreen } from './useIncidentScreen';
import { usePagesByItself } from './usePagesByItself';
import { useStepBuzz } from './useStepBuzz';
import type { TonightView } from './useTonight';
import { EndButton, WayOut } from './WayOut';

/*
 * By day the incident may be over without anybody having tapped its end. The review then asks for
 * the forgotten end.
 */
const ReviewLink = lazy(() => import('@/components/ReviewLink'));
/* Asked after two hours without a word, so it is not needed before the first tap. */
const HowItEnded = lazy(() => import('./HowItEnded'));

interface OneIncidentProps {
  view: TonightView;
  shown: FoldedIncident;
  actions: Actions;
  now: Instant;
}

/** The night screen while one child is awake: what is true, one question, and the way out. */
export function OneIncident({ view, shown, actions, now }: OneIncidentProps) {
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const [heardAt, setHeardAt] = useState<Instant | null>(null);
  const screen = useIncidentScreen(view, shown, now, heardAt);
  const { question, wayOut } = screen;
  const isGrace = question.kind === 'grace';
  useStepBuzz(screen.activeRunbook?.currentStep.timerEndsAt ?? null);
  usePagesByItself(screen.activeRunbook, actions);
  const onMore = () => setSheet('more');

  return (
    <main className={styles.screen} data-incident>
      <IncidentHead view={view} shown={shown} />
      <div className={isGrace ? `${styles.facts} ${styles.quiet}` : styles.facts}>
        <div className={styles.truth}>
          {/* In the grace time nobody gives anything yet. */}
          {!isGrace && <MedicineWaits now={now} />}
          {view.phase !== 'night' && (
            <Suspense>
              <ReviewLink incidentId={shown.incident.id} />
            </Suspense>
          )}
          <RunningClock shown={shown} now={now} onTouch={() => setSheet('startTime')} />
          {!isGrace && <LatestEntry shown={shown} />}
        </div>
        <OtherChildren view={view} actions={actions} now={now} />
      </div>
      {question.kind === 'howItEnded' ? (
        <WayOut onMore={onMore}>
          <Suspense>
            <HowItEnded
              shown={shown}
              actions={actions}
              now={now}
              onAnotherTime={() => setSheet('endTime')}
              onStillAwake={() => setHeardAt(now)}
            />
          </Suspense>
        </WayOut>
      ) : (
        <>
          <IncidentQuestion view={view} shown={shown} screen={screen} actions={actions} />
          <WayOut onMore={onMore}>
            <EndButton outcome={wayOut} onEnd={() => actions.resolve(shown, wayOut)} />
          </WayOut>
        </>
      )}
      <IncidentSheets
        sheet={sheet}
        onOpen={setSheet}
        view={view}
        shown={shown}
        sides={[shown]}
        screen={screen}
        actions={actions}
        now={now}
      />
    </main>
  );
}
