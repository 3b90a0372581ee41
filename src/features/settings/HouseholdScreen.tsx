import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useTranslation } from '@/i18n/useTranslation';
import { BackupSection } from './BackupSection';
import { DayLinks } from './DayLinks';
import { DeviceSection } from './DeviceSection';
import { GameDaySection } from './GameDaySection';
import { LogSection } from './LogSection';
import { NightHoursSection } from './NightHoursSection';
import { Objectives } from './Objectives';
import { OnCallLink } from './OnCallLink';
import { People } from './People';
import { WakeLinks } from './WakeLinks';

/**
 * The screen of the household: people, rota, night hours, objectives, this device, and the safety
 * of the log.
 */
export default function HouseholdScreen() {
  const { t } = useTranslation();
  usePage(t('household.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('household.title')}</h1>
      <People kind="children" />
      <People kind="caregivers" />
      <OnCallLink />
      <DayLinks />
      <DeviceSection />
      <NightHoursSection />
      <Objectives />
      <WakeLinks />
      <GameDaySection />
      <BackupSection />
      <LogSection />
    </main>
  );
}
