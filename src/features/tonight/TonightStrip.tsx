import { NightStrip } from '@/components/NightStrip';
import { awakeStretches, householdAwakeMs } from '@/domain/awakeStretches';
import { knownUntil } from '@/domain/forgotten';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type Day, earlierOf, type Instant } from '@/lib/time';
import type { TonightView } from './useTonight';

/** Draws the night so far, from bedtime to now. */
export default function TonightStrip({ view, now }: { view: TonightView; now: Instant }) {
  const { household, activeChildren, tonight, format } = useHousehold();
  const { t } = useTranslation();
  // Until the log's first word there is nothing to draw.
  const isUnknown = view.isEverybodyAsleep && view.asleepSince === null;
  if (view.phase === 'before' || isUnknown) return null;
  const window = { start: view.window.start, end: earlierOf(view.window.end, now) };
  if (window.end <= window.start) return null;
  const { nightRow } = tonight;
  const nightEnds = { hours: household, rowOf: (night: Day) => (nightRow?.id === night ? nightRow : null) };
  const stretches = awakeStretches(tonight.incidents, window, (state) => knownUntil(state, nightEnds, now));
  const count = new Set(stretches.map(({ incidentId }) => incidentId)).size;
  const wakeUps = t('tonight.stripWakeUps', { count, duration: format.duration(householdAwakeMs(stretches)) });
  const [from, to] = [format.time(window.start), format.time(window.end)];
  return (
    <NightStrip
      window={window}
      stretches={stretches}
      lanes={activeChildren}
      now={view.phase === 'night' ? now : null}
      label={t('tonight.strip', { from, to, wakeUps })}
      endLabels={[from, view.phase === 'night' ? t('tonight.now') : to]}
    />
  );
}
