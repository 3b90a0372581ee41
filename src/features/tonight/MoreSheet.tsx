import { use } from 'react';
import { Link } from 'wouter';
import { Avatar } from '@/components/Avatar';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import type { Caregiver } from '@/domain/rows/household';
import type { Outcome } from '@/domain/rows/incident';
import type { StepAnswer } from '@/domain/runbook/currentStep';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './More.module.css';
import { MoreChores } from './MoreChores';
import type { IncidentSheetsProps } from './openSheet';

/** The ways out that are not the largest button. */
const OTHER_ENDS = {
  settled: ['selfSettled', 'upForDay'],
  selfSettled: ['settled', 'upForDay'],
  upForDay: [],
} as const satisfies Record<Outcome, readonly Outcome[]>;

/**
 * Everything of an incident but its one question and its way out, one touch away: first what is
 * tried, then who is up, how it ended, what to write down, and the other screens.
 */
export default function MoreSheet(props: IncidentSheetsProps & { onClose: () => void }) {
  const { shown, sides, onChoose, onOpen, onClose, view, screen, actions } = props;
  const words = useTranslation();
  use(words.loadDayMessages());
  const { t } = words;
  const { activeCaregivers, tonight } = useHousehold();
  const { activeRunbook, ranked, wayOut } = screen;
  const { state } = shown;
  const tried = new Set(state.remedies.map(({ remedy }) => remedy));
  const isAsked = (option: StepAnswer) => screen.question.kind === 'step' && screen.question.answers.includes(option);
  const closeIf = async (writing: Promise<boolean>) => {
    if (await writing) onClose();
  };
  const answer = (stepAnswer: StepAnswer) => activeRunbook && closeIf(actions.answerStep(activeRunbook, stepAnswer));
  // A question has two answers. Where a phone can be paged, "did not wake" is said here.
  const silent = activeRunbook?.currentStep.answers.find((option) => option.kind === 'noResponse' && !isAsked(option));
  const wakeable = activeRunbook?.currentStep.answers.flatMap((option) => (option.kind === 'wake' ? [option.to] : []));

  /** A caregiver who comes late still answers the step that woke somebody. */
  const toggleUp = (caregiver: Caregiver) =>
    activeRunbook?.targetIncident === shown &&
    activeRunbook.currentStep.step.kind === 'escalate' &&
    !state.caregiversUp.includes(caregiver.id)
      ? answer({ kind: 'up', by: caregiver.id })
      : closeIf(actions.toggleUp(shown, caregiver));

  return (
    <Sheet night title={t('sheets.moreTitle')} onClose={onClose}>
      {sides.length > 1 && (
        <div className={styles.row} role="group" aria-label={t('health.who')}>
          {sides.map((side) => (
            <Chip night key={side.incident.id} pressed={side === shown} onClick={() => onChoose?.(side.incident.id)}>
              {view.nameOf(side.incident.childId)}
            </Chip>
          ))}
        </div>
      )}
      <div className={styles.three} role="group" aria-label={t('tonight.whatIsTried')}>
        <Button night onClick={() => onOpen('medicine')}>
          {t('sheets.medicine')}
        </Button>
        {ranked
          .filter((remedy) => remedy !== 'medicine')
          .map((remedy) => (
            <Chip
              night
              key={remedy}
              pressed={tried.has(remedy)}
              onClick={() => closeIf(actions.logRemedy(shown, remedy))}
            >
              {t(`common.remedy.${remedy}`)}
            </Chip>
          ))}
      </div>
      <div className={styles.row} role="group" aria-label={t('sheets.whoIsUp')}>
        {activeCaregivers.map((caregiver) => (
          <Chip
            night
            key={caregiver.id}
            pressed={state.caregiversUp.includes(caregiver.id)}
            onClick={() => toggleUp(caregiver)}
          >
            <Avatar {...caregiver} />
            {t('tonight.isUp', { name: caregiver.name })}
          </Chip>
        ))}
        {activeCaregivers
          .filter(({ id }) => wakeable?.includes(id))
          .map(({ id, name }) => (
            <Button night key={`wake ${id}`} onClick={() => answer({ kind: 'wake', to: id })}>
              {t('tonight.runbook.wake', { name })}
            </Button>
          ))}
        {silent?.kind === 'noResponse' && (
          <Button night onClick={() => answer(silent)}>
            {t('tonight.runbook.didNotWake', {
              name: activeCaregivers.find(({ id }) => id === silent.by)?.name ?? t('common.somebody'),
            })}
          </Button>
        )}
      </div>
      <div className={styles.row}>
        {OTHER_ENDS[wayOut].map((outcome) => (
          <Button night key={outcome} onClick={() => closeIf(actions.resolve(shown, outcome))}>
            {t(`common.outcome.${outcome}`)}
          </Button>
        ))}
        <Button night onClick={() => onOpen('startTime')}>
          {t('sheets.wasEarlier')}
        </Button>
      </div>
      <div className={styles.row}>
        <Button night onClick={() => onOpen('note')}>
          {t('sheets.note')}
        </Button>
        <Button night onClick={() => onOpen('temperature')}>
          {t('chores.also.temperature')}
        </Button>
      </div>
      <div className={styles.row}>
        {activeRunbook && (
          <Button night onClick={() => answer({ kind: 'skip' })}>
            {t('sheets.skipStep')}
          </Button>
        )}
        {tonight.runbooks.length > 0 && (
          <Button night onClick={() => onOpen('runbook')}>
            {t('sheets.chooseRunbook')}
          </Button>
        )}
      </div>
      <MoreChores onOpen={onOpen} onClose={onClose} />
      <nav className={styles.three} aria-label={t('common.tabs.label')}>
        {(['nights', 'dashboard', 'household'] as const).map((tab) => (
          <Link key={tab} href={`/${tab}`} className={`${controls.button} ${controls.night}`}>
            {t(`common.tabs.${tab}`)}
          </Link>
        ))}
      </nav>
    </Sheet>
  );
}
