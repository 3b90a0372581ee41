import { Link } from 'wouter';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { PersonMark } from '@/components/PersonMark';
import type { Forgotten, Proposal, Repair } from '@/domain/review/proposal';
import { foldTimeline } from '@/domain/timeline/fold';
import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import styles from './review.module.css';

interface AnswersProps {
  proposal: Proposal;
  onRepair: (repair: Repair) => void;
  /** Answers that leave the log as it is: remembered like what is skipped. */
  onLeave: () => void;
}

/** The answers of a question, each a tap. */
export function Answers({ proposal, onRepair, onLeave }: AnswersProps) {
  const { t } = useWords();
  const { caregivers } = useHousehold();
  switch (proposal.kind) {
    case 'forgotten':
      return <Ends proposal={proposal} onRepair={onRepair} />;
    case 'pair':
      return (
        <div className={styles.row}>
          <Button night look="primary" onClick={() => onRepair(proposal.merge)}>
            {t('review.pair.one')}
          </Button>
          <Button night onClick={onLeave}>
            {t('review.pair.two')}
          </Button>
        </div>
      );
    case 'who':
      return (
        <div className={styles.row}>
          {proposal.answers.map((answer) => {
            const person = caregivers.find(({ id }) => id === answer.by);
            return (
              person && (
                <Button night key={answer.by} onClick={() => onRepair(answer)}>
                  <PersonMark {...person} />
                  {person.name}
                </Button>
              )
            );
          })}
        </div>
      );
    case 'cause':
      return (
        <div className={styles.causes}>
          {proposal.answers.map((answer) => (
            <Chip night key={answer.causeId} pressed={false} onClick={() => onRepair(answer)}>
              {t(`common.cause.${answer.causeId}`)}
            </Chip>
          ))}
        </div>
      );
    case 'unlogged':
      return (
        <div className={styles.row}>
          <Button night look="primary" onClick={() => onRepair(proposal.quiet)}>
            {t('review.unlogged.quiet')}
          </Button>
          <Button night onClick={onLeave}>
            {t('review.unlogged.nobody')}
          </Button>
        </div>
      );
  }
}

function Ends({ proposal, onRepair }: { proposal: Forgotten; onRepair: (repair: Repair) => void }) {
  const { t } = useWords();
  const { format } = useHousehold();
  const { asleep, up, guessedFrom, incident, night } = proposal;
  const awakeSince = foldTimeline(incident.timeline)?.awakeSince ?? asleep.at;
  const duration = format.duration(asleep.at - awakeSince);
  return (
    <>
      <p className={styles.guess}>{t(`review.forgotten.guessed.${guessedFrom ?? 'other'}`, { duration })}</p>
      <Button night look="primary" className={styles.first ?? ''} onClick={() => onRepair(asleep)}>
        {t('review.forgotten.asleep', { time: format.time(asleep.at) })}
      </Button>
      <div className={styles.row}>
        {up && (
          <Button night onClick={() => onRepair(up)}>
            {t('review.forgotten.up', { time: format.time(up.at) })}
          </Button>
        )}
        <Link href={`/nights/${night}/${incident.id}`} className={`${controls.button} ${controls.night}`}>
          {t('review.forgotten.otherTime')}
        </Link>
      </div>
    </>
  );
}
