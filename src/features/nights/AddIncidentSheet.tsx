import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { addPastIncident } from '@/db/correctIncident';
import type { NightWindow } from '@/domain/night';
import { OUTCOMES, type Outcome } from '@/domain/rows/incident';
import { createDetected, createResolved } from '@/domain/timeline/createEntry';
import { instantInMinute } from '@/domain/timeline/instantInMinute';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { addMs, earlierOf, type Instant, MINUTE_MS } from '@/lib/time';

/** The first guess of how long a wake-up lasted. It only sets where the time field starts. */
const DEFAULT_DURATION_MS = 15 * MINUTE_MS;

/**
 * Adds a wake-up that nobody tapped at the time. Its caregiver is logged at its end, because nobody
 * knows when they got up.
 */
export function AddIncidentSheet({ window, onClose }: { window: NightWindow; onClose: () => void }) {
  const { t } = useTranslation();
  const { db, household, activeChildren, activeCaregivers, holder, format } = useHousehold();
  const reportResult = useReportResult();
  const [initialTimes] = useState(() => guessTimes(window, readClock()));
  const [childId, setChildId] = useState(activeChildren[0]?.id ?? '');
  const [beganAt, setBeganAt] = useState<Instant | null>(initialTimes.beganAt);
  const [endedAt, setEndedAt] = useState<Instant | null>(initialTimes.endedAt);
  const [isStartEstimated, setIsStartEstimated] = useState(false);
  const [isEndEstimated, setIsEndEstimated] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>('settled');
  const [caregiverId, setCaregiverId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const child = activeChildren.find(({ id }) => id === childId);

  const save = async () => {
    if (beganAt === null || endedAt === null || !child) return;
    const now = readClock();
    const start = createDetected(
      { id: newId(), at: beganAt, now, estimated: isStartEstimated },
      holder?.id ?? null,
      'backfill',
    );
    const createEnd = (endOutcome: Outcome) => {
      const id = newId();
      const at = instantInMinute(endedAt, { id, kind: 'resolved' }, [start]);
      return createResolved({ id, at, now, estimated: isEndEstimated }, caregiverId, endOutcome);
    };
    const timeline = outcome === null ? [start] : [start, createEnd(outcome)].sort((a, b) => a.at - b.at);
    const result = await addPastIncident(db, { incidentId: newId(), childId, timeline, now });
    const formatMessage = () => t('nights.toast.added', { child: child.name, time: format.time(beganAt) });
    if (reportResult(result, { message: formatMessage, onRefused: setError })) onClose();
  };

  return (
    <Sheet title={t('nights.addTitle')} onClose={onClose}>
      {activeChildren.length > 1 && (
        <Choice
          label={t('nights.whoWoke')}
          options={activeChildren.map(({ id, name }) => ({ value: id, label: name }))}
          value={childId}
          onPick={setChildId}
        />
      )}
      <WallTimeField label={t('nights.began')} defaultAt={initialTimes.beganAt} zone={household} onPick={setBeganAt} />
      <Chip pressed={isStartEstimated} onClick={() => setIsStartEstimated(!isStartEstimated)}>
        {t('nights.beganGuess')}
      </Chip>
      <Choice
        label={t('nights.howEnded')}
        options={[
          ...OUTCOMES.map((value) => ({ value, label: t(`common.outcome.${value}`) })),
          { value: null, label: t('nights.stillAwake') },
        ]}
        value={outcome}
        onPick={setOutcome}
      />
      {outcome !== null && (
        <>
          <WallTimeField
            label={t('nights.ended')}
            defaultAt={initialTimes.endedAt}
            zone={household}
            onPick={setEndedAt}
          />
          <Chip pressed={isEndEstimated} onClick={() => setIsEndEstimated(!isEndEstimated)}>
            {t('nights.endedGuess')}
          </Chip>
          <Choice
            label={t('nights.whoGotUp')}
            options={[
              ...activeCaregivers.map(({ id, name }) => ({ value: id, label: name })),
              { value: null, label: t('nights.nobodyKnown') },
            ]}
            value={caregiverId}
            onPick={setCaregiverId}
          />
        </>
      )}
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button variant="primary" disabled={beganAt === null || endedAt === null} onClick={save}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}

/**
 * Guesses the middle of the night, or some minutes before now if the middle is still to come. The
 * result is rounded to the minute.
 */
function guessTimes(window: NightWindow, now: Instant): { beganAt: Instant; endedAt: Instant } {
  const middle = addMs(window.start, (window.end - window.start) / 2);
  const beganAt = earlierOf(middle, addMs(now, -2 * DEFAULT_DURATION_MS));
  const wholeMinute = addMs(beganAt, -(beganAt % MINUTE_MS));
  return { beganAt: wholeMinute, endedAt: addMs(wholeMinute, DEFAULT_DURATION_MS) };
}
