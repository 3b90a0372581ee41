import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import { MTTR_MINUTES_MAX } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { NumberField } from './NumberField';
import { useChangeHousehold } from './useChangeHousehold';

const PERCENT = 100;

/** The objectives: what the household calls a good night. */
export function Objectives() {
  const { t } = useTranslation();
  const { household } = useHousehold();
  const change = useChangeHousehold();
  const { objectives, graceSeconds } = household;
  const setObjective = (objective: Partial<typeof objectives>) =>
    change({ objectives: { ...objectives, ...objective } });
  return (
    <SettingsSection title={t('household.objectives')} hint={t('household.objectivesHint')}>
      <div className={form.wideColumns}>
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
        <NumberField
          label={t('household.grace')}
          hint={t('household.graceHint')}
          value={graceSeconds}
          min={0}
          max={600}
          onSave={(seconds) => change({ graceSeconds: seconds })}
        />
      </div>
    </SettingsSection>
  );
}
