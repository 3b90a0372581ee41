import form from '@/components/form.module.css';
import { useWords } from '@/i18n/language';
import { chime } from '@/pwa/chime';
import { useDevice } from '@/stores/device';
import { YesNo } from './YesNo';

/** Whether a step ends with a sound; "Yes" lets it be heard, so that nobody meets it first at 2:43. */
export function StepSound() {
  const { t } = useWords();
  const { stepSound, set } = useDevice();
  const pick = (wanted: boolean) => {
    set({ stepSound: wanted });
    if (wanted) chime();
  };
  return (
    <>
      <YesNo label={t('household.stepSound')} value={stepSound} onPick={pick} />
      <p className={form.hint}>{t('household.stepSoundHint')}</p>
    </>
  );
}
