import { Clock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button, Chip } from '@/components/Button';
import { remediesInReach } from '@/domain/remedies';
import { REMEDIES } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useMomentText } from '@/hooks/useMomentText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import { AlsoButton } from './AlsoButton';
import { LatestEntries } from './LatestEntries';
import { MedicineWaits } from './MedicineWaits';
import { MoreSheet } from './MoreSheet';
import { OtherChildren } from './OtherChildren';
import { RunbookSheet } from './RunbookSheet';
import { RunbookStep } from './RunbookStep';
import { StepAnswers } from './StepAnswers';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import { useActiveRunbook } from './useActiveRunbook';
import { useRankedRemedies } from './useRankedRemedies';
import { useStepBuzz } from './useStepBuzz';
import type { TonightView } from './useTonight';

/*
 * By day the incident may be over without anybody having tapped its end. The review then asks for
 * the forgotten end, which is better than an "asleep again" tapped hours too late.
 */
const ReviewLink = lazy(() => import('@/components/ReviewLink'));
// These sheets are not needed before the first tap, and are kept for offline use like all chunks.
const StartTimeSheet = lazy(() => import('./StartTimeSheet'));
const NoteSheet = lazy(() => import('./NoteSheet'));

interface InIncidentProps {
  view: TonightView;
  /** The incident in front, if several are open. */
  shownIncident: FoldedIncident;
  onShow: (incidentId: string | null) => void;
  actions: Actions;
  now: Instant;
}

/**
 * This many remedies are one tap away; the others are behind "More". Fewer are shown if a step of
 * the runbook has its answers above them.
 */
const REMEDIES_IN_REACH = 5;
const REMEDIES_BESIDE_STEP = 2;

/** The night screen while a child is awake. */
export function InIncident({ view, shownIncident, onShow, actions, now }: InIncidentProps) {
  const { t } = useTranslation();
  const { activeCaregivers, format } = useHousehold();
  const { formatMoment } = useMomentText();
  const [sheet, setSheet] = useState<'startTime' | 'more' | 'note' | 'runbook' | null>(null);
  const close = () => setSheet(null);
  const ranked = useRankedRemedies(shownIncident);
  const { incident, state } = shownIncident;
  const tried = new Set(state.remedies.map(({ remedy }) => remedy));
  const activeRunbook = useActiveRunbook(view, shownIncident, now);
  useStepBuzz(activeRunbook?.currentStep.timerEndsAt ?? null);
  // A remedy that the step asks for has its button there, and is not repeated here.
  const stepRemedies =
    activeRunbook?.currentStep.answers.flatMap((answer) => (answer.kind === 'remedy' ? [answer.remedy] : [])) ?? [];
  const remediesShown = activeRunbook ? REMEDIES_BESIDE_STEP : REMEDIES_IN_REACH;
  const inReach = remediesInReach(ranked ?? REMEDIES, remediesShown, stepRemedies);
  const people = activeCaregivers.filter(
    ({ id }) => id !== activeRunbook?.currentStep.targetId || state.caregiversUp.includes(id),
  );

  return (
    <main className={`${styles.screen} ${styles.incident}`}>
      <div className={styles.info}>
        <p className={styles.alert}>{t(state.timesReopened > 0 ? 'tonight.alertAgain' : 'tonight.alert')}</p>
        <h1>
          {t(state.timesReopened > 0 ? 'tonight.awakeAgain' : 'tonight.woke', { child: view.nameOf(incident.childId) })}
        </h1>
        <p
          className={styles.clock}
          role="timer"
          aria-label={t('tonight.clock', { duration: format.duration(now - state.awakeSince) })}
        >
          {format.clock(now - state.awakeSince)}
        </p>
        {activeRunbook ? (
          <RunbookStep view={view} followed={activeRunbook} />
        ) : (
          <LatestEntries current={shownIncident} />
        )}
        <MedicineWaits now={now} />
        {view.phase !== 'night' && (
          <Suspense>
            <ReviewLink incidentId={incident.id} />
          </Suspense>
        )}
      </div>

      <div className={styles.pad}>
        {activeRunbook && <StepAnswers followed={activeRunbook} actions={actions} />}
        <div className={styles.row} role="group" aria-label={t('tonight.whoIsUp')}>
          {people.map((caregiver) => {
            const isUp = state.caregiversUp.includes(caregiver.id);
            // A caregiver who comes late, while the next one is being woken, still answers the step
            // that woke them.
            const answersStep =
              !isUp &&
              activeRunbook?.targetIncident === shownIncident &&
              activeRunbook.currentStep.step.kind === 'escalate';
            return (
              <Chip
                night
                key={caregiver.id}
                pressed={isUp}
                onClick={() =>
                  answersStep
                    ? actions.answerStep(activeRunbook, { kind: 'up', by: caregiver.id })
                    : actions.toggleUp(shownIncident, caregiver)
                }
              >
                <Avatar {...caregiver} />
                {t('tonight.isUp', { name: caregiver.name })}
              </Chip>
            );
          })}
        </div>
        <div className={styles.threeColumns} role="group" aria-label={t('tonight.whatIsTried')}>
          {inReach.map((remedy) => (
            <Chip
              night
              key={remedy}
              // Until their order is read they only keep the room: no button moves under a thumb.
              className={ranked ? '' : styles.notYet}
              pressed={tried.has(remedy)}
              onClick={() => actions.logRemedy(shownIncident, remedy)}
            >
              {t(`common.remedy.${remedy}`)}
            </Chip>
          ))}
          <Button night onClick={() => setSheet('more')}>
            {t('tonight.more')}
          </Button>
        </div>
        <div className={styles.secondary}>
          <Button
            night
            onClick={() => setSheet('startTime')}
            aria-label={t('tonight.sinceChange', { time: formatMoment(state.detectedAt) })}
          >
            <Clock aria-hidden="true" size={20} />
            {t('tonight.since', { time: formatMoment(state.detectedAt) })}
          </Button>
          <OtherChildren view={view} current={shownIncident} onShow={onShow} actions={actions} now={now} />
          <AlsoButton />
        </div>
        <div className={styles.ending}>
          <Button night variant="primary" onClick={() => actions.resolve(shownIncident, 'settled')}>
            {t('tonight.asleepAgain')}
          </Button>
          <Button night onClick={() => actions.resolve(shownIncident, 'selfSettled')}>
            {t('tonight.settledAlone')}
          </Button>
          <Button night onClick={() => actions.resolve(shownIncident, 'upForDay')}>
            {t('tonight.upForTheDay')}
          </Button>
        </div>
      </div>

      <Suspense>
        {sheet === 'startTime' && <StartTimeSheet current={shownIncident} now={now} onClose={close} />}
        {sheet === 'note' && <NoteSheet current={shownIncident} onClose={close} />}
      </Suspense>
      {sheet === 'more' && (
        <MoreSheet
          current={shownIncident}
          remedies={ranked ?? REMEDIES}
          tried={tried}
          actions={actions}
          onOpen={setSheet}
          onClose={close}
        />
      )}
      {sheet === 'runbook' && <RunbookSheet current={shownIncident} actions={actions} onClose={close} />}
    </main>
  );
}
