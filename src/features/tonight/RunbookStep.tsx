import { useHousehold } from '@/hooks/household';
import { useWords } from '@/i18n/language';
import styles from './Runbook.module.css';
import { StepRing } from './StepRing';
import type { RunbookView } from './useRunbook';
import type { TonightView } from './useTonight';

/** What to do now, how long, and where that is in the runbook. */
export function RunbookStep({ view, followed }: { view: TonightView; followed: RunbookView }) {
  const { t } = useWords();
  const { caregivers, holder, format } = useHousehold();
  const { runbook, led, current } = followed;
  const { step, whom, index, count, remainingMs, totalMs } = current;
  const place = t('tonight.runbook.place', { place: index + 1, count });
  const name = caregivers.find(({ id }) => id === whom)?.name;
  const title =
    step.kind !== 'escalate'
      ? step.title
      : name === undefined
        ? t('tonight.runbook.wakeWhom')
        : t(whom === holder?.id ? 'tonight.runbook.yours' : 'tonight.runbook.wake', { name });
  const inTriage = runbook.trigger === 'double' && view.open.length > 1;
  const time =
    remainingMs === null
      ? null
      : remainingMs === 0
        ? t('tonight.runbook.over')
        : t('tonight.runbook.left', { duration: format.duration(remainingMs) });
  return (
    <section className={styles.step} aria-label={runbook.name}>
      {remainingMs !== null && totalMs !== null ? (
        <StepRing left={totalMs === 0 ? 0 : remainingMs / totalMs} text={format.clock(remainingMs).replace(/^0/, '')} />
      ) : (
        <StepRing left={0} text={`${index + 1}/${count}`} />
      )}
      <div>
        <p className={styles.where}>
          {inTriage ? t('tonight.runbook.triage', { child: view.nameOf(led.incident.childId) }) : runbook.name}
          {' · '}
          <span>{place}</span>
        </p>
        <p className={styles.title} aria-live="polite">
          {title}
        </p>
        {step.kind === 'escalate' && <p className={styles.where}>{step.title}</p>}
        <p className={styles.hidden}>{time}</p>
      </div>
    </section>
  );
}
