import { Link } from 'wouter';
import controls from '@/components/controls.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { useTranslation } from '@/i18n/useTranslation';

const LINKS = ['health', 'paediatrician', 'chores', 'naps'] as const;

/** Links to the screens that are used by day. */
export function DayLinks() {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('household.byDay')} hint={t('household.byDayHint')}>
      {LINKS.map((name) => (
        <Link key={name} href={`/household/${name}`} className={controls.button}>
          {t(`${name}.link`)}
        </Link>
      ))}
      <Link href="/household/deleted" className={controls.button}>
        {t('household.deleted.title')}
      </Link>
    </SettingsSection>
  );
}
