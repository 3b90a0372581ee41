import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { Choice } from '@/components/Choice';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { addPastIncident } from '@/db/incidents';
import type { NightWindow } from '@/domain/night';
import { OUTCOMES, type Outcome } from '@/domain/rows/incident';
import { detected, resolved } from '@/domain/timeline/make';
import { settleInMinute } from '@/domain/timeline/settle';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import { newId } from '@/lib/ids';
import { after, earlier, type Instant, MINUTE_MS } from '@/lib/time';

/** What a wake-up is first taken to have lasted; only where the clock field begins. */
const USUAL_MS = 15 * MINUTE_MS;

/** A wake-up nobody tapped, told afterwards. Who got up is noted at its end: when they did, nobody knows. */
export function AddIncidentSheet({ window, onClose }: { window: NightWindow; onClose: () => void }) {
  const { t } = useWords();
  const { db, household, activeChildren, activeCaregivers, holder, format } = useHousehold();
  const answer = useAnswer();
  const [first] = useState(() => firstGuess(window, readClock()));
  const [childId, setChildId] = useState(activeChildren[0]?.id ?? '');
  const [began, setBegan] = useState<Instant | null>(first.began);
  const [ended, setEnded] = useState<Instant | null>(first.ended);
  const [beganGuess, setBeganGuess] = useState(false);
  const [endedGuess, setEndedGuess] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>('settled');
  const [upId, setUpId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const child = activeChildren.find(({ id }) => id === childId);

  const save = async () => {
    if (began === null || ended === null || !child) return;
    const now = readClock();
    const start = detected({ id: newId(), at: began, now, estimated: beganGuess }, holder?.id ?? null, 'backfill');
    const end = (how: Outcome) => {
      const id = newId();
      const at = settleInMinute(ended, { id, kind: 'resolved' }, [start]);
      return resolved({ id, at, now, estimated: endedGuess }, upId, how);
    };
    const timeline = outcome === null ? [start] : [start, end(outcome)].sort((a, b) => a.at - b.at);
    const result = await addPastIncident(db, { incidentId: newId(), childId, timeline, now });
    const said = () => t('nights.said.added', { child: child.name, time: format.time(began) });
    if (answer(result, { said, refused: setError })) onClose();
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
      <WallTimeField label={t('nights.began')} at={first.began} timeZone={household.timeZone} onPick={setBegan} />
      <Chip pressed={beganGuess} onClick={() => setBeganGuess(!beganGuess)}>
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
          <WallTimeField label={t('nights.ended')} at={first.ended} timeZone={household.timeZone} onPick={setEnded} />
          <Chip pressed={endedGuess} onClick={() => setEndedGuess(!endedGuess)}>
            {t('nights.endedGuess')}
          </Chip>
          <Choice
            label={t('nights.whoGotUp')}
            options={[
              ...activeCaregivers.map(({ id, name }) => ({ value: id, label: name })),
              { value: null, label: t('nights.nobodyKnown') },
            ]}
            value={upId}
            onPick={setUpId}
          />
        </>
      )}
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button look="primary" disabled={began === null || ended === null} onClick={save}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}

/** The middle of the night, or a while ago if that is still to come, to the minute. */
function firstGuess(window: NightWindow, now: Instant): { began: Instant; ended: Instant } {
  const middle = after(window.start, (window.end - window.start) / 2);
  const began = earlier(middle, after(now, -2 * USUAL_MS));
  const wholeMinute = after(began, -(began % MINUTE_MS));
  return { began: wholeMinute, ended: after(wholeMinute, USUAL_MS) };
}
