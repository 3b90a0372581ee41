import { Link } from 'wouter';
import { Avatar } from '@/components/Avatar';
import { Button, Chip } from '@/components/Button';
import controls from '@/components/controls.module.css';
import type { ForgottenEnd, Proposal, Repair } from '@/domain/review/proposal';
import { foldTimeline } from '@/domain/timeline/foldTimeline';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './review.module.css';
import { WrongClockButtons } from './WrongClockButtons';

interface AnswerButtonsProps {
  proposal: Proposal;
  onRepair: (repair: Repair) => void;
  /** For answers that change nothing in the log; the question is then remembered as skipped. */
  onKeepAsIs: () => void;
}

/** One button per possible answer to a question. */
export function AnswerButtons({ proposal, onRepair, onKeepAsIs }: AnswerButtonsProps) {
  const { t } = useTranslation();
  const { caregivers } = useHousehold();
  switch (proposal.kind) {
    case 'wrongClock':
      return <WrongClockButtons proposal={proposal} onRepair={onRepair} onKeepAsIs={onKeepAsIs} />;
    case 'forgotten':
      return <ForgottenEndButtons proposal={proposal} onRepair={onRepair} />;
    case 'pair':
      return (
        <div className={styles.row}>
          <Button night variant="primary" onClick={() => onRepair(proposal.mergeRepair)}>
            {t('review.pair.one')}
          </Button>
          <Button night onClick={onKeepAsIs}>
            {t('review.pair.two')}
          </Button>
        </div>
      );
    case 'missingResponder':
      return (
        <div className={styles.row}>
          {proposal.repairs.map((repair) => {
            const person = caregivers.find(({ id }) => id === repair.by);
            return (
              person && (
                <Button night key={repair.by} onClick={() => onRepair(repair)}>
                  <Avatar {...person} />
                  {person.name}
                </Button>
              )
            );
          })}
        </div>
      );
    case 'missingCause':
      return (
        <div className={styles.causes}>
          {proposal.repairs.map((repair) => (
            <Chip night key={repair.causeId} pressed={false} onClick={() => onRepair(repair)}>
              {t(`common.cause.${repair.causeId}`)}
            </Chip>
          ))}
        </div>
      );
    case 'unlogged':
      return (
        <div className={styles.row}>
          <Button night variant="primary" onClick={() => onRepair(proposal.quietRepair)}>
            {t('review.unlogged.quiet')}
          </Button>
          <Button night onClick={onKeepAsIs}>
            {t('review.unlogged.nobody')}
          </Button>
        </div>
      );
  }
}

function ForgottenEndButtons({ proposal, onRepair }: { proposal: ForgottenEnd; onRepair: (repair: Repair) => void }) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const { asleepRepair, upForDayRepair, guessedFrom, incident, night } = proposal;
  const awakeSince = foldTimeline(incident.timeline)?.awakeSince ?? asleepRepair.at;
  const duration = format.duration(asleepRepair.at - awakeSince);
  return (
    <>
      <p className={styles.guess}>{t(`review.forgotten.guessed.${guessedFrom ?? 'other'}`, { duration })}</p>
      <Button night variant="primary" className={styles.first ?? ''} onClick={() => onRepair(asleepRepair)}>
        {t('review.forgotten.asleep', { time: format.time(asleepRepair.at) })}
      </Button>
      <div className={styles.row}>
        {upForDayRepair && (
          <Button night onClick={() => onRepair(upForDayRepair)}>
            {t('review.forgotten.up', { time: format.time(upForDayRepair.at) })}
          </Button>
        )}
        <Link href={`/nights/${night}/${incident.id}`} className={`${controls.button} ${controls.night}`}>
          {t('review.forgotten.otherTime')}
        </Link>
      </div>
    </>
  );
}
