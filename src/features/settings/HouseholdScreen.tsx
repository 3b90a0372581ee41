import frame from '@/components/page.module.css';
import { usePage } from '@/hooks/usePage';
import { useWords } from '@/i18n/language';
import { Backup } from './Backup';
import { DayLinks } from './DayLinks';
import { GameDay } from './GameDay';
import { Hours } from './Hours';
import { Objectives } from './Objectives';
import { OnCallLink } from './OnCallLink';
import { People } from './People';
import { TheLog } from './TheLog';
import { ThisPhone } from './ThisPhone';
import { WakeLinks } from './WakeLinks';

/** Who is in the household, its hours and aims, this phone, and the log's safety. */
export default function HouseholdScreen() {
  const { t } = useWords();
  usePage(t('household.title'));
  return (
    <main className={frame.page}>
      <h1 className={frame.title}>{t('household.title')}</h1>
      <People kind="children" />
      <People kind="caregivers" />
      <OnCallLink />
      <DayLinks />
      <ThisPhone />
      <Hours />
      <Objectives />
      <WakeLinks />
      <GameDay />
      <Backup />
      <TheLog />
    </main>
  );
}
