import type { Shift } from '@/domain/rows/household';
import { useWords } from '@/i18n/language';
import type { Day } from '@/lib/time';
import { Handover } from './Handover';
import { PersonChoice } from './PersonChoice';
import { usePersons } from './usePersons';

interface ShiftFieldsProps {
  night: Day;
  shift: Shift;
  onChange: (shift: Shift) => void;
}

/** Who has a night, who backs up, and when they swap. */
export function ShiftFields({ night, shift, onChange }: ShiftFieldsProps) {
  const { t } = useWords();
  const { active } = usePersons();
  const ids = active.map(({ id }) => id);
  const { primary, secondary, handoverAt } = shift;

  const pickPrimary = (id: string | null) => {
    if (id === null || id === primary) return;
    // Chosen for the front, the one behind swaps places.
    const behind = id === secondary ? (ids.includes(primary) ? primary : null) : secondary;
    onChange({ primary: id, secondary: behind, handoverAt: behind === null ? null : handoverAt });
  };

  return (
    <>
      <PersonChoice label={t('rota.has')} among={ids} value={primary} onPick={pickPrimary} />
      <PersonChoice
        label={t('rota.behind')}
        among={ids.filter((id) => id !== primary)}
        orNobody
        value={secondary}
        onPick={(id) => onChange({ primary, secondary: id, handoverAt: id === null ? null : handoverAt })}
      />
      {secondary !== null && (
        <Handover night={night} value={handoverAt} onPick={(time) => onChange({ ...shift, handoverAt: time })} />
      )}
    </>
  );
}
