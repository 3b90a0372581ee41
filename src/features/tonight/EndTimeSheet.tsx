import { use, useState } from 'react';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { DateTimeField } from '@/components/DateTimeField';
import { Sheet } from '@/components/Sheet';
import type { FoldedIncident } from '@/domain/tonight';
import { useTranslation } from '@/i18n/useTranslation';
import type { Instant } from '@/lib/time';
import type { Actions } from './useActions';

interface EndTimeSheetProps {
  shown: FoldedIncident;
  actions: Actions;
  now: Instant;
  onClose: () => void;
}

/** Sets by hand when a child was asleep again. */
export default function EndTimeSheet({ shown, actions, now, onClose }: EndTimeSheetProps) {
  const { t, loadDayMessages } = useTranslation();
  use(loadDayMessages());
  const [openedAt] = useState(now);
  const [picked, setPicked] = useState<Instant | null>(openedAt);
  const [error, setError] = useState<string | null>(null);
  const end = async () => {
    if (picked === null) return;
    if (await actions.resolve(shown, 'settled', { at: picked, estimated: false }, setError)) onClose();
  };
  return (
    <Sheet night title={t('sheets.howItEnded')} onClose={onClose}>
      <DateTimeField
        labels={{ day: t('sheets.dayLabel'), time: t('sheets.endTimeLabel'), noDay: t('sheets.noDay') }}
        defaultAt={openedAt}
        latest={openedAt}
        error={null}
        onPick={setPicked}
      />
      {error && (
        <p role="alert" className={controls.error}>
          {error}
        </p>
      )}
      <Button night variant="primary" disabled={picked === null} onClick={end}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}
