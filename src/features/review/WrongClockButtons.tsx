import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Repair, WrongClock } from '@/domain/review/proposal';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { RealTimeSheet } from './RealTimeSheet';
import styles from './review.module.css';

interface WrongClockButtonsProps {
  proposal: WrongClock;
  onRepair: (repair: Repair) => void;
  onKeepAsIs: () => void;
}

/** The answers to what a wrong clock has dated: move it all, by this or another difference. */
export function WrongClockButtons({ proposal, onRepair, onKeepAsIs }: WrongClockButtonsProps) {
  const { t } = useTranslation();
  const { format } = useHousehold();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const { repair, isRefused } = proposal;
  const duration = format.duration(Math.abs(repair.byMs));
  return (
    <>
      {isRefused ? (
        <p className={styles.guess}>{t('review.clock.overlaps', { duration })}</p>
      ) : (
        <Button night variant="primary" className={styles.first ?? ''} onClick={() => onRepair(repair)}>
          {t(repair.byMs < 0 ? 'review.clock.moveBack' : 'review.clock.moveForward', { duration })}
        </Button>
      )}
      <div className={styles.row}>
        <Button night onClick={() => setSheetOpen(true)}>
          {t('review.clock.otherTime')}
        </Button>
        <Button night onClick={onKeepAsIs}>
          {t('review.clock.keep')}
        </Button>
      </div>
      {isSheetOpen && (
        <RealTimeSheet
          repair={repair}
          onClose={() => setSheetOpen(false)}
          onMove={(byMs) => {
            setSheetOpen(false);
            onRepair({ ...repair, byMs, isExact: false });
          }}
        />
      )}
    </>
  );
}
