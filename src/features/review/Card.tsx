import { type ComponentProps, useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { PersonMark } from '@/components/PersonMark';
import { incidentsOf, type Proposal, type Repair } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import { addDays } from '@/lib/zone';
import { Answers } from './Answers';
import { Facts } from './Facts';
import styles from './review.module.css';
import { Strip } from './Strip';
import { useQuestion } from './useQuestion';

interface CardProps {
  proposal: Proposal;
  /** Of the same weeks, for the night's strip. */
  weeks: ComponentProps<typeof Strip>['weeks'];
  place: number;
  total: number;
  onRepair: (repair: Repair) => void;
  onSkip: () => void;
  onEnough: () => void;
}

/** One question: what is known on top, the answers where the thumb is. */
export function Card({ proposal, weeks, place, total, onRepair, onSkip, onEnough }: CardProps) {
  const { t } = useWords();
  const { children, format } = useHousehold();
  const { title, text } = useQuestion(proposal);
  const question = useRef<HTMLHeadingElement>(null);
  const about = incidentsOf(proposal);
  const child = children.find(({ id }) => id === about[0]?.childId);

  // The button that was tapped is gone with its card: the keyboard and a screen reader go on with the next question.
  useEffect(() => {
    if (document.activeElement === document.body) question.current?.focus({ preventScroll: true });
  }, []);

  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>{t('review.title')}</h1>
        <p>{t('review.progress', { place, total })}</p>
      </header>
      <div className={styles.told}>
        <p className={styles.night}>
          {t('nights.nightOf', { from: format.day(proposal.night), to: format.day(addDays(proposal.night, 1)) })}
        </p>
        <div className={styles.question}>
          {child && <PersonMark {...child} />}
          <h2 ref={question} tabIndex={-1}>
            {title}
          </h2>
        </div>
        {text && <p className={styles.text}>{text}</p>}
        <Strip night={proposal.night} about={about} weeks={weeks} />
        {about.map((incident) => (
          <Facts key={incident.id} incident={incident} brief={proposal.kind === 'pair' || proposal.kind === 'cause'} />
        ))}
      </div>
      <div className={styles.pad}>
        <Answers proposal={proposal} onRepair={onRepair} onLeave={onSkip} />
        <div className={styles.row}>
          <Button night onClick={onSkip}>
            {t('review.skip')}
          </Button>
          <Button night look="quiet" onClick={onEnough}>
            {t('review.enough')}
          </Button>
        </div>
      </div>
    </main>
  );
}
