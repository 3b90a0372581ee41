import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { changeNight } from '@/db/nights';
import type { NightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/household';
import { useAnswer } from '@/hooks/useAnswer';
import { useWords } from '@/i18n/language';
import { readClock } from '@/lib/clock';
import type { Day, Instant } from '@/lib/time';
import styles from './nights.module.css';

type End = 'bedtime' | 'morning';

interface NightEndsProps {
  night: Day;
  row: NightRow | null;
  window: NightWindow;
}

/** When the night began and ended, as it was said; each can be corrected. */
export function NightEnds({ night, row, window }: NightEndsProps) {
  const { t } = useWords();
  const { format } = useHousehold();
  const [changing, setChanging] = useState<End | null>(null);
  const said = { bedtime: row?.bedtimeAt ?? null, morning: row?.morningAt ?? null };
  return (
    <div className={styles.ends}>
      {(['bedtime', 'morning'] as const).map((end) => (
        <button key={end} type="button" className={styles.end} onClick={() => setChanging(end)}>
          <span>{t(`nights.${end}`)}</span>
          <strong>{said[end] === null ? t('nights.notSaid') : format.time(said[end])}</strong>
        </button>
      ))}
      {changing && (
        <EndSheet
          night={night}
          end={changing}
          said={said[changing]}
          near={changing === 'bedtime' ? window.start : window.end}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

interface EndSheetProps {
  night: Day;
  end: End;
  said: Instant | null;
  near: Instant;
  onClose: () => void;
}

function EndSheet({ night, end, said, near, onClose }: EndSheetProps) {
  const { t } = useWords();
  const { db, household, format } = useHousehold();
  const answer = useAnswer();
  const [picked, setPicked] = useState<Instant | null>(said ?? near);
  const [error, setError] = useState<string | null>(null);

  const write = async (at: Instant | null) => {
    const change = end === 'bedtime' ? { bedtimeAt: at } : { morningAt: at };
    const result = await changeNight(db, { night, change, now: readClock() });
    const said = () => (at === null ? t('nights.said.changed') : `${t(`nights.${end}`)} · ${format.time(at)}`);
    if (answer(result, { said, refused: setError })) onClose();
  };

  return (
    <Sheet title={t(`nights.timeOf.${end}`)} onClose={onClose}>
      <WallTimeField label={t('nights.at')} at={said ?? near} timeZone={household.timeZone} onPick={setPicked} />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        {said !== null && <Button onClick={() => write(null)}>{t('nights.clear')}</Button>}
        <Button look="primary" disabled={picked === null} onClick={() => picked !== null && write(picked)}>
          {t('common.save')}
        </Button>
      </div>
    </Sheet>
  );
}
