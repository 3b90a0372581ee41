import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { useTranslation } from '@/i18n/useTranslation';
import type { Tracker } from '@/importers/tracker';
import styles from './import.module.css';

const TRACKERS: readonly Tracker[] = [
  'baby-buddy',
  'baby-connect',
  'baby-tracker',
  'dreamtime',
  'huckleberry',
  'nara',
  'napper',
  'sofi',
  'sprout-track',
  'tombstone',
  'generic',
];

/** Says of each tracker how to export from it, what comes along and what does not. */
export function TrackerGuide() {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('importing.guide')}>
      <div className={styles.guide}>
        {TRACKERS.map((tracker) => (
          <Fold key={tracker} title={t(`importing.trackers.${tracker}.name`)}>
            <p>{t(`importing.trackers.${tracker}.how`)}</p>
            <p className={form.hint}>{t('importing.along', { what: t(`importing.trackers.${tracker}.along`) })}</p>
            <p className={form.hint}>{t('importing.without', { what: t(`importing.trackers.${tracker}.without`) })}</p>
          </Fold>
        ))}
      </div>
      <p className={form.hint}>{t('importing.elsewhere')}</p>
    </SettingsSection>
  );
}
