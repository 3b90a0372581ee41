import { useState } from 'react';
import form from '@/components/form.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { useShiftText } from '@/hooks/useShiftText';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { NightSheet } from './NightSheet';
import styles from './rota.module.css';
import { ShiftMarks } from './ShiftMarks';
import type { PlannedNight } from './useRota';

/**
 * The next fourteen nights, one column per weekday: each day shows who is on call and opens the
 * sheet that changes that night.
 */
export function Calendar({ nights }: { nights: readonly PlannedNight[] }) {
  const { t, locale } = useTranslation();
  const { format } = useHousehold();
  const formatShift = useShiftText();
  const [openedDay, setOpenedDay] = useState<Day | null>(null);
  const openedNight = nights.find(({ night }) => night === openedDay);
  const legend = [
    ...(nights.some(({ shift }) => shift?.handoverAt) ? [t('rota.twoMarks')] : []),
    ...(nights.some(({ isOverridden }) => isOverridden) ? [t('rota.star')] : []),
  ];
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

  const formatLabel = ({ night, shift, isOverridden }: PlannedNight, isTonight: boolean) => {
    const shiftText = shift ? formatShift(shift, night) : t('rota.noShift');
    const day = isTonight ? `${t('rota.tonight')}, ${format.day(night)}` : format.day(night);
    return t('rota.night', { day, shift: isOverridden ? `${shiftText} (${t('rota.changed')})` : shiftText });
  };

  return (
    <>
      {legend.length > 0 && <p className={form.hint}>{legend.join(' ')}</p>}
      <div className={styles.calendarFrame}>
        <ol className={styles.calendar}>
          {nights.map((planned, index) => (
            <li key={planned.night}>
              <button
                type="button"
                className={styles.night}
                aria-label={formatLabel(planned, index === 0)}
                aria-current={index === 0 ? 'date' : undefined}
                data-changed={planned.isOverridden}
                onClick={() => setOpenedDay(planned.night)}
              >
                <small>{weekday.format(new Date(planned.night))}</small>
                <strong>{Number(planned.night.slice(-2))}</strong>
                {planned.shift && <ShiftMarks shift={planned.shift} />}
              </button>
            </li>
          ))}
        </ol>
      </div>
      {openedNight && (
        <NightSheet key={openedNight.night} plannedNight={openedNight} onClose={() => setOpenedDay(null)} />
      )}
    </>
  );
}
