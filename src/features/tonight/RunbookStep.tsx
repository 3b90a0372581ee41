import { lazy, Suspense } from 'react';
import { isPage } from '@/domain/paging/isPage';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './Runbook.module.css';
import { StepRing } from './StepRing';
import type { ActiveRunbook } from './useActiveRunbook';
import type { TonightView } from './useTonight';

/** Most nights nobody is paged. */
const PageState = lazy(() => import('./PageState').catch(() => ({ default: () => null })));

interface RunbookStepProps {
  view: TonightView;
  followed: ActiveRunbook;
  /** Whether the time is all that there is to see: nobody goes yet. */
  isCalm?: boolean;
}

/** Shows what to do now, how long it takes, and the position of this step in the runbook. */
export function RunbookStep({ view, followed, isCalm = false }: RunbookStepProps) {
  const { t } = useTranslation();
  const { caregivers, holder, format } = useHousehold();
  const { runbook, targetIncident, currentStep } = followed;
  const { step, targetId, index, count, remainingMs, totalMs } = currentStep;
  const position = t('tonight.runbook.place', { place: index + 1, count });
  const name = caregivers.find(({ id }) => id === targetId)?.name;
  const call = targetIncident.state.entries.findLast((entry) => entry.kind === 'escalated');
  const isPaged = call !== undefined && isPage(call) && call.to === targetId;
  const formatTitle = () => {
    if (step.kind !== 'escalate' || name === undefined) return step.title;
    if (targetId === holder?.id) return t('tonight.runbook.yours', { name });
    return t(isPaged ? 'tonight.runbook.paged' : 'tonight.runbook.wake', { name });
  };
  const inTriage = runbook.trigger === 'double' && view.openIncidents.length > 1;
  const formatTimeLeft = () => {
    if (remainingMs === null) return null;
    if (remainingMs === 0) return t('tonight.runbook.over');
    return t('tonight.runbook.left', { duration: format.duration(remainingMs) });
  };
  return (
    <section className={isCalm ? `${styles.step} ${styles.calm}` : styles.step} aria-label={runbook.name}>
      {remainingMs !== null && totalMs !== null ? (
        <StepRing
          fractionLeft={totalMs === 0 ? 0 : remainingMs / totalMs}
          text={format.clock(remainingMs).replace(/^0/, '')}
        />
      ) : (
        <StepRing fractionLeft={0} text={`${index + 1}/${count}`} />
      )}
      <div>
        <p className={styles.where}>
          {inTriage
            ? t('tonight.runbook.triage', { child: view.nameOf(targetIncident.incident.childId) })
            : runbook.name}
          {' · '}
          <span>{position}</span>
        </p>
        <p className={styles.title} aria-live="polite">
          {formatTitle()}
        </p>
        {step.kind === 'escalate' && name !== undefined && (
          <p className={styles.where} aria-live="polite">
            {isPaged ? (
              <Suspense>
                <PageState followed={followed} name={name} />
              </Suspense>
            ) : (
              step.title
            )}
          </p>
        )}
        <p className={styles.hidden}>{formatTimeLeft()}</p>
      </div>
    </section>
  );
}
