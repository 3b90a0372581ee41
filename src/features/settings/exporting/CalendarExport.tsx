import { Button } from '@/components/Button';
import { SettingsSection } from '@/components/SettingsSection';
import { readNights } from '@/db/logQueries';
import { comingNight } from '@/domain/rotaCycle';
import { CALENDAR_NIGHTS, rotaCalendar } from '@/exports/calendar/rotaCalendar';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { readClock } from '@/lib/clock';
import { addDays, wallClockAt } from '@/lib/zone';
import { useToasts } from '@/stores/toasts';
import { useSaveExport } from './useSaveExport';

/** The rota of the coming weeks as a file for a calendar. */
export function CalendarExport() {
  const words = useTranslation();
  const { t } = words;
  const { db, household, caregivers, tonight } = useHousehold();
  const saveExport = useSaveExport();

  const save = async () => {
    const now = readClock();
    const first = comingNight(household, tonight.nightRow, now);
    try {
      const { nightRows } = await readNights(db, first, addDays(first, CALENDAR_NIGHTS - 1), household);
      const text = rotaCalendar({ household, caregivers, nights: nightRows }, { first, now }, words);
      const name = `infernalops-on-call-${wallClockAt(now, household).day}.ics`;
      await saveExport(name, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
    } catch {
      useToasts.getState().showError(t('exporting.page.failed'));
    }
  };

  return (
    <SettingsSection title={t('exporting.page.calendar.title')} hint={t('exporting.page.calendar.hint')}>
      {household.rotation === null && <p>{t('exporting.page.calendar.none')}</p>}
      <Button disabled={household.rotation === null} onClick={save}>
        {t('exporting.page.calendar.save')}
      </Button>
    </SettingsSection>
  );
}
