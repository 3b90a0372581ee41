import { Avatar } from '@/components/Avatar';
import { Choice } from '@/components/Choice';
import { useTranslation } from '@/i18n/useTranslation';
import { useRotaCaregivers } from './useRotaCaregivers';

interface PersonChoiceProps {
  label: string;
  /** The caregiver ids, in the order in which they are offered. */
  ids: readonly string[];
  allowNobody?: boolean;
  /** The chosen id. If it is not among `ids` (an archived caregiver), no button is pressed. */
  value: string | null;
  onPick: (id: string | null) => void;
}

/** A choice of one caregiver, or of nobody where `allowNobody` is set. */
export function PersonChoice({ label, ids, allowNobody = false, value, onPick }: PersonChoiceProps) {
  const { t } = useTranslation();
  const { caregiverOf } = useRotaCaregivers();
  const options = ids.map((id) => {
    const person = caregiverOf(id);
    return {
      value: id as string | null,
      label: (
        <>
          <Avatar {...person} />
          {person.name}
        </>
      ),
    };
  });
  if (allowNobody) options.push({ value: null, label: <>{t('rota.nobody')}</> });
  return <Choice label={label} options={options} value={value} onPick={onPick} />;
}
