import { useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { ElsewhereHint } from '@/components/ElsewhereHint';
import { Sheet } from '@/components/Sheet';
import { WallTimeField } from '@/components/WallTimeField';
import { changeNight } from '@/db/nights';
import type { NightWindow } from '@/domain/night';
import type { NightRow } from '@/domain/rows/others';
import { useHousehold } from '@/hooks/useHousehold';
import { useReportResult } from '@/hooks/useReportResult';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import type { Day, Instant } from '@/lib/time';
import styles from './nights.module.css';

type NightBound = 'bedtime' | 'morning';

interface NightBoundsProps {
  night: Day;
  row: NightRow | null;
  window: NightWindow;
}

/** Shows when the night began and ended, as far as somebody logged it. Both can be corrected. */
export function NightBounds({ night, row, window }: NightBoundsProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [changedBound, setChangedBound] = useState<NightBound | null>(null);
  const loggedBounds = { bedtime: row?.bedtimeAt ?? null, morning: row?.morningAt ?? null };
  return (
    <div className={styles.bounds}>
      {(['bedtime', 'morning'] as const).map((bound) => (
        <button key={bound} type="button" className={styles.bound} onClick={() => setChangedBound(bound)}>
          <span>{t(`nights.${bound}`)}</span>
          <strong>{loggedBounds[bound] === null ? t('nights.notSaid') : format.time(loggedBounds[bound])}</strong>
        </button>
      ))}
      {changedBound && (
        <NightBoundSheet
          night={night}
          bound={changedBound}
          loggedAt={loggedBounds[changedBound]}
          suggestedAt={changedBound === 'bedtime' ? window.start : window.end}
          onClose={() => setChangedBound(null)}
        />
      )}
    </div>
  );
}

interface NightBoundSheetProps {
  night: Day;
  bound: NightBound;
  loggedAt: Instant | null;
  suggestedAt: Instant;
  onClose: () => void;
}

function NightBoundSheet({ night, bound, loggedAt, suggestedAt, onClose }: NightBoundSheetProps) {
  const { t } = useTranslation();
  const { db, household, format } = useHousehold();
  const reportResult = useReportResult();
  const [pickedAt, setPickedAt] = useState<Instant | null>(loggedAt ?? suggestedAt);
  const [error, setError] = useState<string | null>(null);
  const [openedWith] = useState(loggedAt);

  const write = async (at: Instant | null) => {
    const change = bound === 'bedtime' ? { bedtimeAt: at } : { morningAt: at };
    const result = await changeNight(db, { night, change, now: readClock() });
    const formatMessage = () =>
      at === null ? t('nights.toast.changed') : `${t(`nights.${bound}`)} · ${format.time(at)}`;
    if (reportResult(result, { message: formatMessage, onRefused: setError })) onClose();
  };

  return (
    <Sheet title={t(`nights.timeOf.${bound}`)} onClose={onClose}>
      <ElsewhereHint state={loggedAt === openedWith ? 'same' : 'changed'} />
      <WallTimeField
        label={t('nights.at')}
        defaultAt={openedWith ?? suggestedAt}
        zone={household}
        onPick={setPickedAt}
      />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <div className={styles.actions}>
        {loggedAt !== null && <Button onClick={() => write(null)}>{t('nights.clear')}</Button>}
        <Button variant="primary" disabled={pickedAt === null} onClick={() => pickedAt !== null && write(pickedAt)}>
          {t('common.save')}
        </Button>
      </div>
    </Sheet>
  );
}
