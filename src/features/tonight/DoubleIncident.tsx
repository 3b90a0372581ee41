import { useState } from 'react';
import { isSilent } from '@/domain/question';
import type { Outcome } from '@/domain/rows/incident';
import type { FoldedIncident } from '@/domain/tonight';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import styles from './Incident.module.css';
import { RunningClock } from './IncidentHead';
import { IncidentQuestion } from './IncidentQuestion';
import { IncidentSheets } from './IncidentSheets';
import { MedicineWaits } from './MedicineWaits';
import { OtherChildren } from './OtherChildren';
import type { OpenSheet } from './openSheet';
import { PhonesMark } from './PhonesMark';
import type { Actions } from './useActions';
import { useIncidentScreen } from './useIncidentScreen';
import { usePagesByItself } from './usePagesByItself';
import { useStepBuzz } from './useStepBuzz';
import type { TonightView } from './useTonight';
import { EndButton, WayOut } from './WayOut';

/** How the large button of each child ends its incident. */
const WAY_OUT: Outcome = 'settled';

interface DoubleIncidentProps {
  view: TonightView;
  /** The incident that began last, whose runbook is the triage. */
  shown: FoldedIncident;
  actions: Actions;
  now: Instant;
}

/**
 * The night screen while two children or more are awake: their clocks and their ways out side by
 * side, in the order of their birth, and one question for all of them.
 */
export default function DoubleIncident({ view, shown: newest, actions, now }: DoubleIncidentProps) {
  const { t, locale } = useTranslation();
  const { children } = useHousehold();
  const [sheet, setSheet] = useState<OpenSheet>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  // Each way out says "asleep again", so "settled alone" is in the sheet, in the grace time, too.
  const screen = { ...useIncidentScreen(view, newest, now), wayOut: WAY_OUT };
  useStepBuzz(screen.activeRunbook?.currentStep.timerEndsAt ?? null);
  usePagesByItself(screen.activeRunbook, actions);
  const orderOf = ({ incident }: FoldedIncident) => children.findIndex(({ id }) => id === incident.childId);
  const sides = view.openIncidents.toSorted((a, b) => orderOf(a) - orderOf(b));
  const chosen = sides.find(({ incident }) => incident.id === chosenId) ?? newest;
  const nameOf = ({ incident }: FoldedIncident) => view.nameOf(incident.childId);

  return (
    <main className={styles.screen} data-incident>
      <header className={styles.head}>
        <p className={styles.alert}>{t('tonight.servicesDown', { count: sides.length })}</p>
        <h1>{t('tonight.bothAwake', { names: new Intl.ListFormat(locale).format(sides.map(nameOf)) })}</h1>
        <PhonesMark />
      </header>
      <MedicineWaits now={now} />
      <div className={`${styles.truth} ${styles.sides}`}>
        {sides.map((side) => (
          <div key={side.incident.id} role="group" aria-label={nameOf(side)}>
            <h2>{nameOf(side)}</h2>
            <RunningClock shown={side} now={now} />
          </div>
        ))}
      </div>
      <OtherChildren view={view} actions={actions} now={now} />
      <IncidentQuestion view={view} shown={newest} screen={screen} actions={actions} />
      <WayOut onMore={() => setSheet('more')}>
        {sides.map((side) => (
          <EndButton
            key={side.incident.id}
            outcome={WAY_OUT}
            name={nameOf(side)}
            onEnd={() => {
              if (!isSilent(side.state, now)) return actions.resolve(side, WAY_OUT);
              setChosenId(side.incident.id);
              return setSheet('howItEnded');
            }}
          />
        ))}
      </WayOut>
      <IncidentSheets
        sheet={sheet}
        onOpen={setSheet}
        view={view}
        shown={chosen}
        sides={sides}
        onChoose={setChosenId}
        screen={screen}
        actions={actions}
        now={now}
      />
    </main>
  );
}
