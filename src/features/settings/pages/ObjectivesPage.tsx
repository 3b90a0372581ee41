import form from '@/components/form.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import { MTTR_MINUTES_MAX } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { NumberField } from '../NumberField';
import { useChangeHousehold } from '../useChangeHousehold';

const PERCENT = 100;

/** Asks for the objectives: what the household calls a good night. */
export function ObjectivesPage() {
  const { t } = useTranslation();
  const { objectives } = useHousehold().household;
  const change = useChangeHousehold();
  const setObjective = (objective: Partial<typeof objectives>) =>
    change({ objectives: { ...objectives, ...objective } });
  return (
    <SettingFrame title={t('household.objectives')} hint={t('household.objectivesHint')}>
      <div className={form.card}>
        <NumberField
          label={t('household.mttr')}
          hint={t('household.mttrHint')}
          value={objectives.mttrMinutes}
          min={1}
          max={MTTR_MINUTES_MAX}
          onSave={(mttrMinutes) => setObjective({ mttrMinutes })}
        />
        <NumberField
          label={t('household.availability')}
          hint={t('household.availabilityHint')}
          value={Math.round(objectives.availability * PERCENT)}
          min={0}
          max={100}
          onSave={(percent) => setObjective({ availability: percent / PERCENT })}
        />
        <NumberField
          label={t('household.fatigue')}
          hint={t('household.fatigueGoalHint')}
          value={objectives.fatigueLimit}
          min={1}
          max={50}
          onSave={(fatigueLimit) => setObjective({ fatigueLimit })}
        />
        <NumberField
          mayBeEmpty
          label={t('household.weaning')}
          hint={t('household.weaningHint')}
          value={objectives.weaning === null ? null : Math.round(objectives.weaning * PERCENT)}
          min={0}
          max={100}
          onSave={(percent) => setObjective({ weaning: percent === null ? null : percent / PERCENT })}
        />
      </div>
    </SettingFrame>
  );
}
