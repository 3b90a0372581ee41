import { Clock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { PersonMark } from '@/components/PersonMark';
import type { Folded } from '@/domain/tonight';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import { Also } from './Also';
import { EarlierSheet } from './EarlierSheet';
import { LastLines } from './LastLines';
import { MoreSheet } from './MoreSheet';
import { NotBefore } from './NotBefore';
import { NoteSheet } from './NoteSheet';
import { OtherChildren } from './OtherChildren';
import { RunbookSheet } from './RunbookSheet';
import { RunbookStep } from './RunbookStep';
import { StepAnswers } from './StepAnswers';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import { useRankedRemedies } from './useRankedRemedies';
import { useRunbook } from './useRunbook';
import { useStepBuzz } from './useStepBuzz';
import type { TonightView } from './useTonight';

/* Nobody may be in it any more: by day the review asks for the end that was forgotten, rather than having it tapped now. */
const ReviewLink = lazy(() => import('@/components/ReviewLink'));

interface InIncidentProps {
  view: TonightView;
  /** The incident in front, where several run. */
  current: Folded;
  onShow: (incidentId: string | null) => void;
  actions: Actions;
  now: Instant;
}

/** So many of the remedies are a tap away; the rest is behind "More". Fewer where a step has its answers above them. */
const REMEDIES_IN_REACH = 5;
const REMEDIES_BESIDE_STEP = 2;

export function InIncident({ view, current, onShow, actions, now }: InIncidentProps) {
  const { t } = useWords();
  const { activeCaregivers, format } = useHousehold();
  const [sheet, setSheet] = useState<'earlier' | 'more' | 'note' | 'runbook' | null>(null);
  const close = () => setSheet(null);
  const ranked = useRankedRemedies(current.incident.childId);
  const { incident, state } = current;
  const tried = new Set(state.remedies.map(({ remedy }) => remedy));
  const followed = useRunbook(view, current, now);
  useStepBuzz(followed?.current.until ?? null);
  // What the step asks for is answered there.
  const asked = followed?.current.answers.flatMap((answer) => (answer.kind === 'remedy' ? [answer.remedy] : [])) ?? [];
  const inReach = ranked
    .filter((remedy) => !asked.includes(remedy))
    .slice(0, followed ? REMEDIES_BESIDE_STEP : REMEDIES_IN_REACH);
  const people = activeCaregivers.filter(({ id }) => id !== followed?.current.whom || state.up.includes(id));

  return (
    <main className={`${styles.screen} ${styles.incident}`}>
      <div className={styles.told}>
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
        {followed ? <RunbookStep view={view} followed={followed} /> : <LastLines current={current} />}
        <NotBefore now={now} />
        {view.phase !== 'night' && (
          <Suspense>
            <ReviewLink incidentId={incident.id} />
          </Suspense>
        )}
      </div>

      <div className={styles.pad}>
        {followed && <StepAnswers followed={followed} actions={actions} />}
        <div className={styles.row} role="group" aria-label={t('tonight.whoIsUp')}>
          {people.map((caregiver) => {
            const up = state.up.includes(caregiver.id);
            // Who comes late, while the next one is being woken, still answers the step that woke them.
            const answers = !up && followed?.led === current && followed.current.step.kind === 'escalate';
            return (
              <Chip
                night
                key={caregiver.id}
                pressed={up}
                onClick={() =>
                  answers
                    ? actions.answer(followed, { kind: 'up', by: caregiver.id })
                    : actions.toggleUp(current, caregiver)
                }
              >
                <PersonMark {...caregiver} />
                {t('tonight.isUp', { name: caregiver.name })}
              </Chip>
            );
          })}
        </div>
        <div className={styles.three} role="group" aria-label={t('tonight.whatIsTried')}>
          {inReach.map((remedy) => (
            <Chip night key={remedy} pressed={tried.has(remedy)} onClick={() => actions.remedy(current, remedy)}>
              {t(`common.remedy.${remedy}`)}
            </Chip>
          ))}
          <Button night onClick={() => setSheet('more')}>
            {t('tonight.more')}
          </Button>
        </div>
        <div className={styles.since}>
          <Button
            night
            onClick={() => setSheet('earlier')}
            aria-label={t('tonight.sinceChange', { time: format.time(state.detectedAt) })}
          >
            <Clock aria-hidden="true" size={20} />
            {t('tonight.since', { time: format.time(state.detectedAt) })}
          </Button>
          <OtherChildren view={view} current={current} onShow={onShow} actions={actions} now={now} />
          <Also />
        </div>
        <div className={styles.ending}>
          <Button night look="primary" onClick={() => actions.resolve(current, 'settled')}>
            {t('tonight.asleepAgain')}
          </Button>
          <Button night onClick={() => actions.resolve(current, 'selfSettled')}>
            {t('tonight.settledAlone')}
          </Button>
          <Button night onClick={() => actions.resolve(current, 'upForDay')}>
            {t('tonight.upForTheDay')}
          </Button>
        </div>
      </div>

      {sheet === 'earlier' && <EarlierSheet current={current} now={now} onClose={close} />}
      {sheet === 'more' && (
        <MoreSheet
          current={current}
          remedies={ranked}
          tried={tried}
          actions={actions}
          onOpen={setSheet}
          onClose={close}
        />
      )}
      {sheet === 'note' && <NoteSheet current={current} onClose={close} />}
      {sheet === 'runbook' && <RunbookSheet current={current} actions={actions} onClose={close} />}
    </main>
  );
}
