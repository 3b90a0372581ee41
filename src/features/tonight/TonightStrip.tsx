import { useHousehold } from '@/components/household';
import { NightStrip } from '@/components/NightStrip';
import { awakeStretches, householdAwakeMs } from '@/domain/strip';
import { useWords } from '@/i18n/language';
import { earlier, type Instant } from '@/lib/time';
import styles from './Tonight.module.css';
import type { TonightView } from './useTonight';

/** The night so far: from bedtime to now. */
export function TonightStrip({ view, now }: { view: TonightView; now: Instant }) {
  const { activeChildren, tonight, format } = useHousehold();
  const { t } = useWords();
  if (view.phase === 'before') return null;
  const window = { start: view.window.start, end: earlier(view.window.end, now) };
  if (window.end <= window.start) return null;
  const stretches = awakeStretches(tonight.incidents, window, now);
  const count = new Set(stretches.map(({ incidentId }) => incidentId)).size;
  const wakeUps = t('tonight.stripWakeUps', { count, duration: format.duration(householdAwakeMs(stretches)) });
  const [from, to] = [format.time(window.start), format.time(window.end)];
  return (
    <div>
      <NightStrip
        window={window}
        stretches={stretches}
        lanes={activeChildren}
        now={view.phase === 'night' ? now : null}
        label={t('tonight.strip', { from, to, wakeUps })}
      />
      <div className={styles.ends} aria-hidden="true">
        <span>{from}</span>
        <span>{view.phase === 'night' ? t('tonight.now') : to}</span>
      </div>
    </div>
  );
}
