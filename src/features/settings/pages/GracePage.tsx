import form from '@/components/form.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { NumberField } from '../NumberField';
import { useChangeHousehold } from '../useChangeHousehold';

/** Asks for the grace time. */
export function GracePage() {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const change = useChangeHousehold();
  return (
    <SettingFrame title={t('household.graceTitle')}>
      <div className={form.card}>
        <NumberField
          label={t('household.grace')}
          hint={t('household.graceHint')}
          value={household.graceSeconds}
          min={0}
          max={600}
          onSave={(graceSeconds) => change({ graceSeconds })}
        />
      </div>
    </SettingFrame>
  );
}
