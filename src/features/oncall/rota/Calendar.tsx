import { useState } from 'react';
import form from '@/components/form.module.css';
import { useHousehold } from '@/hooks/household';
import { useShiftWords } from '@/hooks/useShiftWords';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { Marks } from './Marks';
import { NightSheet } from './NightSheet';
import styles from './rota.module.css';
import type { PlannedNight } from './useRota';

/** Two weeks from tonight on, a column each weekday: who has which night, and the way to change one. */
export function Calendar({ nights }: { nights: readonly PlannedNight[] }) {
  const { t, locale } = useWords();
  const { format } = useHousehold();
  const shiftWords = useShiftWords();
  const [opened, setOpened] = useState<Day | null>(null);
  const open = nights.find(({ night }) => night === opened);
  const legend = [
    ...(nights.some(({ shift }) => shift?.handoverAt) ? [t('rota.twoMarks')] : []),
    ...(nights.some(({ changed }) => changed) ? [t('rota.star')] : []),
  ];
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });

  const nameOf = ({ night, shift, changed }: PlannedNight, isTonight: boolean) => {
    const said = shift ? shiftWords(shift, night) : t('rota.noShift');
    const day = isTonight ? `${t('rota.tonight')}, ${format.day(night)}` : format.day(night);
    return t('rota.night', { day, shift: changed ? `${said} (${t('rota.changed')})` : said });
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
                aria-label={nameOf(planned, index === 0)}
                aria-current={index === 0 ? 'date' : undefined}
                data-changed={planned.changed}
                onClick={() => setOpened(planned.night)}
              >
                <small>{weekday.format(new Date(planned.night))}</small>
                <strong>{Number(planned.night.slice(-2))}</strong>
                {planned.shift && <Marks shift={planned.shift} />}
              </button>
            </li>
          ))}
        </ol>
      </div>
      {open && <NightSheet key={open.night} planned={open} onClose={() => setOpened(null)} />}
    </>
  );
}
