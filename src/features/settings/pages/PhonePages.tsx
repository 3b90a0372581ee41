import form from '@/components/form.module.css';
import { useHousehold } from '@/hooks/useHousehold';
import { LANGUAGES } from '@/i18n/translator';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { languageName } from '../languageNames';
import { ChoiceRows } from '../rows/ChoiceRows';
import { SettingFrame } from '../SettingFrame';

const HOURS = [null, 24, 12] as const;
const THEMES = ['auto', 'night', 'dark', 'light'] as const;

/** Asks who holds this phone. */
export function PhonePage() {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const { set } = useDeviceSettings();
  return (
    <SettingFrame title={t('household.phoneIs')}>
      <ChoiceRows
        label={t('household.phoneIs')}
        options={[
          ...activeCaregivers.map(({ id, name }) => ({ value: id, label: name })),
          { value: null, label: t('household.nobody') },
        ]}
        value={holder?.id ?? null}
        onPick={(holderId) => set({ holderId })}
      />
      <p className={form.hint}>{t('household.phoneHint')}</p>
    </SettingFrame>
  );
}

/** Asks for the language of the app. */
export function LanguagePage() {
  const { t } = useTranslation();
  const { language: chosen, set } = useDeviceSettings();
  return (
    <SettingFrame title={t('household.language')}>
      <ChoiceRows
        label={t('household.language')}
        options={[
          { value: null, label: t('household.asDevice') },
          ...LANGUAGES.map((language) => ({
            value: language,
            label: <span lang={language}>{languageName(language)}</span>,
          })),
        ]}
        value={chosen}
        onPick={(language) => set({ language })}
      />
    </SettingFrame>
  );
}

/** Asks for the theme. */
export function AppearancePage() {
  const { t } = useTranslation();
  const { theme: chosen, set } = useDeviceSettings();
  return (
    <SettingFrame title={t('household.theme')}>
      <ChoiceRows
        label={t('household.theme')}
        options={THEMES.map((theme) => ({ value: theme, label: t(`household.themes.${theme}`) }))}
        value={chosen}
        onPick={(theme) => set({ theme })}
      />
      <p className={form.hint}>{t('household.themeHint')}</p>
    </SettingFrame>
  );
}

/** Asks whether times are written with 12 or 24 hours. */
export function ClockPage() {
  const { t } = useTranslation();
  const { hours: chosen, set } = useDeviceSettings();
  return (
    <SettingFrame title={t('household.clock')}>
      <ChoiceRows
        label={t('household.clock')}
        options={HOURS.map((hours) => ({ value: hours, label: t(`household.clocks.h${hours ?? 'AsDevice'}`) }))}
        value={chosen}
        onPick={(hours) => set({ hours })}
      />
      <p className={form.hint}>{t('household.clockHint')}</p>
    </SettingFrame>
  );
}
