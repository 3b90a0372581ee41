import type { ComponentProps } from 'react';
import form from '@/components/form.module.css';
import { ChoiceRows } from '@/components/rows/ChoiceRows';
import { SettingFrame } from '@/components/SettingFrame';
import { useAskPhones } from '@/hooks/useAskPhones';
import { useHousehold } from '@/hooks/useHousehold';
import { usePhones } from '@/hooks/usePhones';
import { LANGUAGES } from '@/i18n/translator';
import { useTranslation } from '@/i18n/useTranslation';
import { useDeviceSettings } from '@/stores/device';
import { languageName } from '../languageNames';

const HOURS = [null, 24, 12] as const;
const THEMES = ['auto', 'night', 'dark', 'light'] as const;

type ChoicePageProps<T extends string | number | null> = ComponentProps<typeof ChoiceRows<T>> & { hint?: string };

/** A page with one question about this phone, and its answers. */
function ChoicePage<T extends string | number | null>({ hint, ...choice }: ChoicePageProps<T>) {
  return (
    <SettingFrame title={choice.label}>
      <ChoiceRows {...choice} />
      {hint && <p className={form.hint}>{hint}</p>}
    </SettingFrame>
  );
}

/** Asks who holds this phone. */
export function PhonePage() {
  const { t } = useTranslation();
  const { activeCaregivers, holder } = useHousehold();
  const { set } = useDeviceSettings();
  const { ask } = useAskPhones();
  const thisPhone = usePhones()?.find(({ isThis }) => isThis);
  const pick = (holderId: string | null) => {
    set({ holderId });
    // The others hear of it when they can; this phone goes by its own setting.
    if (thisPhone) ask((service) => service.changeThisPhone({ name: thisPhone.name, caregiverId: holderId }));
  };
  const everybody = { value: null, label: t('household.nobody') };
  return (
    <ChoicePage
      label={t('household.phoneIs')}
      hint={t('household.phoneHint')}
      options={[...activeCaregivers.map(({ id, name }) => ({ value: id, label: name })), everybody]}
      value={holder?.id ?? null}
      onPick={pick}
    />
  );
}

/** Asks for the language of the app. */
export function LanguagePage() {
  const { t } = useTranslation();
  const { language: chosen, set } = useDeviceSettings();
  return (
    <ChoicePage
      label={t('household.language')}
      options={[null, ...LANGUAGES].map((value) => ({
        value,
        label: value ? <span lang={value}>{languageName(value)}</span> : t('household.asDevice'),
      }))}
      value={chosen}
      onPick={(language) => set({ language })}
    />
  );
}

/** Asks for the theme. */
export function AppearancePage() {
  const { t } = useTranslation();
  const { theme: chosen, set } = useDeviceSettings();
  return (
    <ChoicePage
      label={t('household.theme')}
      hint={t('household.themeHint')}
      options={THEMES.map((value) => ({ value, label: t(`household.themes.${value}`) }))}
      value={chosen}
      onPick={(theme) => set({ theme })}
    />
  );
}

/** Asks whether times are written with 12 or 24 hours. */
export function ClockPage() {
  const { t } = useTranslation();
  const { hours: chosen, set } = useDeviceSettings();
  return (
    <ChoicePage
      label={t('household.clock')}
      hint={t('household.clockHint')}
      options={HOURS.map((value) => ({ value, label: t(`household.clocks.h${value ?? 'AsDevice'}`) }))}
      value={chosen}
      onPick={(hours) => set({ hours })}
    />
  );
}
