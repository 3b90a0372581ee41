import { ChevronRight, Clock } from 'lucide-react';
import { useState } from 'react';
import { Button, Chip } from '@/components/Button';
import { useHousehold } from '@/components/household';
import { PersonMark } from '@/components/PersonMark';
import { liveEntries } from '@/domain/timeline/fold';
import { type Folded, reopenable } from '@/domain/tonight';
import { useWords } from '@/i18n/language';
import type { Instant } from '@/lib/time';
import { EarlierSheet } from './EarlierSheet';
import { MoreSheet } from './MoreSheet';
import styles from './Tonight.module.css';
import type { Actions } from './useActions';
import { useRankedRemedies } from './useRankedRemedies';
import type { TonightView } from './useTonight';

interface InIncidentProps {
  view: TonightView;
  /** The incident in front, where several run. */
  current: Folded;
  onShow: (incidentId: string | null) => void;
  actions: Actions;
  now: Instant;
}

/** So many of the remedies are a tap away; the rest is behind "More". */
const REMEDIES_IN_REACH = 5;
/** So many of the last lines are told under the clock. */
const LINES_TOLD = 3;

export function InIncident({ view, current, onShow, actions, now }: InIncidentProps) {
  const { t } = useWords();
  const { activeCaregivers, format } = useHousehold();
  const [sheet, setSheet] = useState<'earlier' | 'more' | null>(null);
  const ranked = useRankedRemedies(current.incident.childId);
  const { incident, state } = current;
  const tried = new Set(state.remedies.map(({ remedy }) => remedy));

  return (
    <main className={`${styles.screen} ${styles.incident}`}>
      <div className={styles.told}>
        <p className={styles.alert}>{t(state.timesReopened > 0 ? 'tonight.alertAgain' : 'tonight.alert')}</p>
        <h1>
          {t(state.timesReopened > 0 ? 'tonight.awakeAgain' : 'tonight.woke', { child: view.nameOf(incident.childId) })}
        </h1>
        <p
          className={styles.clock}
          role="timer"
          aria-label={t('tonight.clock', { duration: format.duration(now - state.awakeSince) })}
        >
          {format.clock(now - state.awakeSince)}
        </p>
        <LastLines current={current} />
      </div>

      <div className={styles.pad}>
        <div className={styles.row} role="group" aria-label={t('tonight.whoIsUp')}>
          {activeCaregivers.map((caregiver) => {
            const up = state.up.includes(caregiver.id);
            return (
              <Chip night key={caregiver.id} pressed={up} onClick={() => actions.toggleUp(current, caregiver)}>
                <PersonMark {...caregiver} />
                {t('tonight.isUp', { name: caregiver.name })}
              </Chip>
            );
          })}
        </div>
        <div className={styles.three} role="group" aria-label={t('tonight.whatIsTried')}>
          {ranked.slice(0, REMEDIES_IN_REACH).map((remedy) => (
            <Chip night key={remedy} pressed={tried.has(remedy)} onClick={() => actions.remedy(current, remedy)}>
              {t(`common.remedy.${remedy}`)}
            </Chip>
          ))}
          <Button night onClick={() => setSheet('more')}>
            {t('tonight.more')}
          </Button>
        </div>
        <div className={styles.row}>
          <Button
            night
            onClick={() => setSheet('earlier')}
            aria-label={t('tonight.sinceChange', { time: format.time(state.detectedAt) })}
          >
            <Clock aria-hidden="true" size={20} />
            {t('tonight.since', { time: format.time(state.detectedAt) })}
          </Button>
          <OtherChildren view={view} current={current} onShow={onShow} actions={actions} now={now} />
        </div>
        <div className={styles.ending}>
          <Button night look="primary" onClick={() => actions.resolve(current, 'settled')}>
            {t('tonight.asleepAgain')}
          </Button>
          <Button night onClick={() => actions.resolve(current, 'selfSettled')}>
            {t('tonight.settledAlone')}
          </Button>
          <Button night onClick={() => actions.resolve(current, 'upForDay')}>
            {t('tonight.upForTheDay')}
          </Button>
        </div>
      </div>

      {sheet === 'earlier' && <EarlierSheet current={current} now={now} onClose={() => setSheet(null)} />}
      {sheet === 'more' && (
        <MoreSheet current={current} remedies={ranked} tried={tried} actions={actions} onClose={() => setSheet(null)} />
      )}
    </main>
  );
}

/** The other children stay in reach: one tap logs a second alarm, or brings one that is running to the front. */
function OtherChildren({ view, current, onShow, actions, now }: InIncidentProps) {
  const { t } = useWords();
  const { activeChildren, format } = useHousehold();
  return activeChildren
    .filter(({ id }) => id !== current.incident.childId)
    .map((child) => {
      const running = view.open.find(({ incident }) => incident.childId === child.id);
      if (running) {
        const clock = format.clock(now - running.state.awakeSince);
        return (
          <Button night key={child.id} onClick={() => onShow(running.incident.id)}>
            {t('tonight.showOther', { child: child.name, clock })}
            <ChevronRight aria-hidden="true" size={20} />
          </Button>
        );
      }
      const again = reopenable(view.folded, child.id, now);
      return (
        <Button
          night
          key={child.id}
          onClick={() => {
            onShow(null);
            actions.woke(child);
          }}
        >
          {t(again ? 'tonight.awakeAgain' : 'tonight.wokeToo', { child: child.name })}
        </Button>
      );
    });
}

function LastLines({ current }: { current: Folded }) {
  const { t } = useWords();
  const { caregivers, format } = useHousehold();
  const nameOf = (id: string | null) =>
    caregivers.find((caregiver) => caregiver.id === id)?.name ?? t('common.somebody');
  const lines = liveEntries(current.incident.timeline).flatMap((entry) => {
    const time = format.time(entry.at);
    switch (entry.kind) {
      case 'acknowledged':
        return [{ id: entry.id, text: t('tonight.said.acknowledged', { name: nameOf(entry.by), time }) }];
      case 'stoodDown':
        return [{ id: entry.id, text: t('tonight.said.stoodDown', { name: nameOf(entry.by), time }) }];
      case 'remedy':
        return [{ id: entry.id, text: t('tonight.said.remedy', { remedy: t(`common.remedy.${entry.remedy}`), time }) }];
      default:
        return [];
    }
  });
  return (
    <ul className={styles.log}>
      {lines.slice(-LINES_TOLD).map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
