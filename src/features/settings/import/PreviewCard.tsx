import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { useTranslation } from '@/i18n/useTranslation';
import type { ImportPreview } from '@/importers/plan/previewImport';
import styles from '../settings.module.css';
import { useImportCounts } from './useImportCounts';

interface PreviewCardProps {
  preview: ImportPreview;
  onBringBack: (bringsBack: boolean) => void;
}

/** What an import would bring, what is here already, and what was deleted here since. */
export function PreviewCard({ preview, onBringBack }: PreviewCardProps) {
  const { t, locale } = useTranslation();
  const formatCounts = useImportCounts();
  const { nights, added, alreadyHere, deletedHere, feedsWithoutSleep, bringsBack } = preview;
  const lines = [
    added.wakeUps > 0 && t('importing.preview.wakeUps', { count: added.wakeUps }),
    added.remedies > 0 && t('importing.preview.remedies', { count: added.remedies }),
    added.temperatures > 0 && t('importing.preview.temperatures', { count: added.temperatures }),
    added.medicines > 0 && t('importing.preview.medicines', { count: added.medicines }),
    added.nights > 0 && t('importing.preview.nightEnds', { count: added.nights }),
  ].filter((line) => line !== false);
  // A day has no time zone, so it is read and formatted in UTC.
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const [here, deleted] = [formatCounts(alreadyHere), formatCounts(deletedHere)];
  return (
    <SettingsSection title={t('importing.preview.title')}>
      {lines.length === 0 ? (
        <p>{t('importing.preview.nothing')}</p>
      ) : (
        <ul className={styles.facts}>
          {nights && (
            <li>
              {t('importing.preview.nights', {
                days: days.formatRange(Date.parse(nights.first), Date.parse(nights.last)),
              })}
            </li>
          )}
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {here !== '' && <p>{t('importing.preview.here', { what: here })}</p>}
      {deleted !== '' && (
        <>
          <p>{t('importing.preview.deleted', { what: deleted })}</p>
          <Choice
            label={t('importing.preview.bringBack')}
            options={[
              { value: true, label: t('importing.preview.back') },
              { value: false, label: t('importing.preview.stay') },
            ]}
            value={bringsBack}
            onPick={onBringBack}
          />
        </>
      )}
      {feedsWithoutSleep > 0 && <p>{t('importing.preview.feeds', { count: feedsWithoutSleep })}</p>}
      {added.wakeUps > 0 && <p className={form.hint}>{t('importing.preview.rule')}</p>}
    </SettingsSection>
  );
}
