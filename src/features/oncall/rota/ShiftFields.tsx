import type { Shift } from '@/domain/rows/household';
import { useTranslation } from '@/i18n/useTranslation';
import type { Day } from '@/lib/time';
import { HandoverField } from './HandoverField';
import { PersonChoice } from './PersonChoice';
import { useRotaCaregivers } from './useRotaCaregivers';

interface ShiftFieldsProps {
  night: Day;
  shift: Shift;
  onChange: (shift: Shift) => void;
}

/** The fields of one shift: primary, secondary and hand-over. */
export function ShiftFields({ night, shift, onChange }: ShiftFieldsProps) {
  const { t } = useTranslation();
  const { active } = useRotaCaregivers();
  const ids = active.map(({ id }) => id);
  const { primary, secondary, handoverAt } = shift;

  const pickPrimary = (id: string | null) => {
    if (id === null || id === primary) return;
    // If the secondary is chosen as primary, the two change places, unless the former primary is
    // archived: then the night has no backup.
    const formerPrimary = ids.includes(primary) ? primary : null;
    const backup = id === secondary ? formerPrimary : secondary;
    onChange({ primary: id, secondary: backup, handoverAt: backup === null ? null : handoverAt });
  };

  return (
    <>
      <PersonChoice label={t('rota.has')} ids={ids} value={primary} onPick={pickPrimary} />
      <PersonChoice
        label={t('rota.behind')}
        ids={ids.filter((id) => id !== primary)}
        allowNobody
        value={secondary}
        onPick={(id) => onChange({ primary, secondary: id, handoverAt: id === null ? null : handoverAt })}
      />
      {secondary !== null && (
        <HandoverField night={night} value={handoverAt} onPick={(time) => onChange({ ...shift, handoverAt: time })} />
      )}
    </>
  );
}
