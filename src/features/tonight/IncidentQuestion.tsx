import { Button, Chip } from '@/components/Button';
import type { Remedy } from '@/domain/rows/incident';
import type { RunbookStep as RunbookStepRow } from '@/domain/rows/others';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Incident.module.css';
import { RunbookStep } from './RunbookStep';
import { StepAnswers } from './StepAnswers';
import type { Actions } from './useActions';
import type { IncidentScreen } from './useIncidentScreen';
import type { TonightView } from './useTonight';

interface IncidentQuestionProps {
  view: TonightView;
  shown: FoldedIncident;
  screen: IncidentScreen;
  actions: Actions;
}

/** The one question of an incident with its answers, in the thumb's half of the screen. */
export function IncidentQuestion({ view, shown, screen, actions }: IncidentQuestionProps) {
  const { activeRunbook, question, inReach } = screen;
  // These two are questions of their own, and not the step's.
  const isOfStep = question.kind !== 'whoGoes' && question.kind !== 'howItEnded';
  return (
    <>
      {activeRunbook && isOfStep && (
        <RunbookStep view={view} followed={activeRunbook} isCalm={question.kind === 'grace'} />
      )}
      {question.kind === 'grace' && activeRunbook && <GoIn followed={activeRunbook} actions={actions} />}
      {question.kind === 'whoGoes' && <WhoGoes ids={question.ids} shown={shown} screen={screen} actions={actions} />}
      {question.kind === 'step' && activeRunbook && (
        <StepAnswers followed={activeRunbook} answers={question.answers} actions={actions} />
      )}
      {question.kind === 'remedies' && view.openIncidents.length === 1 && (
        <RemediesInReach
          shown={shown}
          inReach={inReach}
          step={activeRunbook?.currentStep.step ?? null}
          actions={actions}
        />
      )}
    </>
  );
}

/** Ends the grace: somebody goes in. If this phone does not know who holds it, it asks next. */
function GoIn({ followed, actions }: { followed: NonNullable<IncidentScreen['activeRunbook']>; actions: Actions }) {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const goer = holder ?? (activeCaregivers.length === 1 ? activeCaregivers[0] : undefined);
  return (
    <div className={styles.answers}>
      <Button night onClick={() => actions.answerStep(followed, goer ? { kind: 'up', by: goer.id } : { kind: 'skip' })}>
        {t('tonight.goIn')}
      </Button>
    </div>
  );
}

interface WhoGoesProps {
  ids: readonly string[];
  shown: FoldedIncident;
  screen: IncidentScreen;
  actions: Actions;
}

function WhoGoes({ ids, shown, screen: { activeRunbook }, actions }: WhoGoesProps) {
  const { t } = useTranslation();
  const { activeCaregivers } = useHousehold();
  const people = ids.flatMap((id) => activeCaregivers.filter((caregiver) => caregiver.id === id));
  return (
    <div role="group" aria-labelledby="who-goes">
      <p id="who-goes" className={styles.asked}>
        {t('tonight.whoGoes')}
      </p>
      <div className={styles.answers}>
        {people.map((caregiver) => (
          <Button
            night
            key={caregiver.id}
            aria-label={t('tonight.isUp', { name: caregiver.name })}
            onClick={() =>
              activeRunbook
                ? actions.answerStep(activeRunbook, { kind: 'up', by: caregiver.id })
                : actions.toggleUp(shown, caregiver)
            }
          >
            {caregiver.name}
          </Button>
        ))}
      </div>
    </div>
  );
}

interface RemediesInReachProps {
  shown: FoldedIncident;
  inReach: readonly Remedy[] | null;
  /** The step of the runbook that asks for one of them in its own words. */
  step: Pick<RunbookStepRow, 'remedy'> | null;
  actions: Actions;
}

function RemediesInReach({ shown, inReach, step, actions }: RemediesInReachProps) {
  const { t } = useTranslation();
  const tried = new Set(shown.state.remedies.map(({ remedy }) => remedy));
  return (
    <div role="group" aria-label={t('tonight.whatIsTried')}>
      {!step && (
        <p className={styles.asked} aria-hidden="true">
          {t('tonight.whatIsTried')}
        </p>
      )}
      {/* Until their order is read there is only their room: no button moves under a thumb. */}
      <div className={styles.answers}>
        {inReach?.map((remedy) => (
          <Chip
            night
            key={remedy}
            className={remedy === step?.remedy ? styles.wanted : ''}
            pressed={tried.has(remedy)}
            onClick={() => actions.logRemedy(shown, remedy)}
          >
            {t(`common.remedy.${remedy}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
