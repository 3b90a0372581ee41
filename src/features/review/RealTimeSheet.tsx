import { type FormEvent, useState } from 'react';
import { Button } from '@/components/Button';
import { DateTimeField } from '@/components/DateTimeField';
import form from '@/components/form.module.css';
import { Sheet } from '@/components/Sheet';
import type { MoveDatesRepair } from '@/domain/review/proposal';
import { useTranslation } from '@/i18n/useTranslation';
import { addMs, earlierOf, type Instant } from '@/lib/time';
import { useMoment } from './WrongDates';

interface RealTimeSheetProps {
  repair: MoveDatesRepair;
  onClose: () => void;
  /** @param byMs the difference in milliseconds by which everything is to move */
  onMove: (byMs: number) => void;
}

/** Asks when the first of the wrong dates really was; the others move by the same difference. */
export function RealTimeSheet({ repair, onClose, onMove }: RealTimeSheetProps) {
  const { t } = useTranslation();
  const formatMoment = useMoment();
  const first = repair.dates.map(({ at }) => at).reduce(earlierOf);
  const [at, setAt] = useState<Instant | null>(addMs(first, repair.byMs));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (at !== null) onMove(at - first);
  };
  return (
    <Sheet night title={t('review.clock.otherTime')} onClose={onClose}>
      <form className={form.form} noValidate onSubmit={submit}>
        <p>{t('review.clock.sheetText', { time: formatMoment(first) })}</p>
        <DateTimeField
          labels={{ day: t('review.clock.day'), time: t('review.clock.time'), noDay: t('review.clock.noDay') }}
          defaultAt={addMs(first, repair.byMs)}
          error={null}
          onPick={setAt}
        />
        <Button night variant="primary" type="submit" disabled={at === null}>
          {t('review.clock.move')}
        </Button>
      </form>
    </Sheet>
  );
}
