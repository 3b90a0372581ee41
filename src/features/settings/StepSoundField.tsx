import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import { chime } from '@/pwa/chime';
import { useDeviceSettings } from '@/stores/device';
import { YesNoField } from './YesNoField';

/**
 * Whether the end of a runbook step plays a sound. Choosing "Yes" plays it, so that nobody hears it
 * for the first time at 2:43.
 */
export function StepSoundField() {
  const { t } = useTranslation();
  const { stepSound, set } = useDeviceSettings();
  const pick = (wanted: boolean) => {
    set({ stepSound: wanted });
    if (wanted) chime();
  };
  return (
    <>
      <YesNoField label={t('household.stepSound')} value={stepSound} onPick={pick} />
      <p className={form.hint}>{t('household.stepSoundHint')}</p>
    </>
  );
}
