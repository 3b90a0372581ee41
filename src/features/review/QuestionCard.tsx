import { type ComponentProps, useEffect, useRef } from 'react';
import { Avatar } from '@/components/Avatar';
import { BackLink } from '@/components/BackLink';
import { Button } from '@/components/Button';
import { incidentsOf, type Proposal, type Repair } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { addDays } from '@/lib/zone';
import { AnswerButtons } from './AnswerButtons';
import { IncidentDetails } from './IncidentDetails';
import { QuestionStrip } from './QuestionStrip';
import styles from './review.module.css';
import { useQuestionText } from './useQuestionText';
import { WrongDates } from './WrongDates';

interface QuestionCardProps {
  proposal: Proposal;
  /** The incidents and night rows of the reviewed weeks, for the strip of the night. */
  log: ComponentProps<typeof QuestionStrip>['log'];
  questionNumber: number;
  total: number;
  onRepair: (repair: Repair) => void;
  onSkip: () => void;
  onStop: () => void;
}

/**
 * One question: the known facts are at the top, the answers at the bottom within reach of the
 * thumb.
 */
export function QuestionCard({ proposal, log, questionNumber, total, onRepair, onSkip, onStop }: QuestionCardProps) {
  const { t } = useTranslation();
  const { children, format } = useHousehold();
  const { title, text } = useQuestionText(proposal);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const questionIncidents = incidentsOf(proposal);
  const child = children.find(({ id }) => id === questionIncidents[0]?.childId);

  // The tapped button disappeared with its card, so the focus moves to the next question, where a
  // keyboard and a screen reader go on.
  useEffect(() => {
    if (document.activeElement === document.body) headingRef.current?.focus({ preventScroll: true });
  }, []);

  return (
    <main className={styles.screen}>
      <BackLink href="/nights">{t('nights.title')}</BackLink>
      <header className={styles.head}>
        <h1>{t('review.title')}</h1>
        <p>{t('review.progress', { place: questionNumber, total })}</p>
      </header>
      <div className={styles.content}>
        {proposal.kind !== 'wrongClock' && (
          <p className={styles.night}>
            {t('nights.nightOf', { from: format.day(proposal.night), to: format.day(addDays(proposal.night, 1)) })}
          </p>
        )}
        <div className={styles.question}>
          {child && proposal.kind !== 'wrongClock' && <Avatar name={child.name} />}
          <h2 ref={headingRef} tabIndex={-1}>
            {title}
          </h2>
        </div>
        {text && <p className={styles.text}>{text}</p>}
        {proposal.kind === 'wrongClock' ? (
          <WrongDates proposal={proposal} />
        ) : (
          <>
            <QuestionStrip night={proposal.night} questionIncidents={questionIncidents} log={log} />
            {questionIncidents.map((incident) => (
              <IncidentDetails
                key={incident.id}
                incident={incident}
                isBrief={proposal.kind === 'pair' || proposal.kind === 'missingCause'}
              />
            ))}
          </>
        )}
      </div>
      <div className={styles.actions}>
        <AnswerButtons proposal={proposal} onRepair={onRepair} onKeepAsIs={onSkip} />
        <div className={styles.row}>
          <Button night onClick={onSkip}>
            {t('review.skip')}
          </Button>
          <Button night variant="quiet" onClick={onStop}>
            {t('review.enough')}
          </Button>
        </div>
      </div>
    </main>
  );
}
