import { Avatar } from '@/components/Avatar';
import { Choice } from '@/components/Choice';
import { useTranslation } from '@/i18n/useTranslation';
import { useRotaCaregivers } from './useRotaCaregivers';

interface PersonChoiceProps {
  label: string;
  /** Ids, in the order in which they are offered. */
  ids: readonly string[];
  allowNobody?: boolean;
  /** Somebody who is not offered is not pressed, either: they left. */
  value: string | null;
  onPick: (id: string | null) => void;
}

/** One of the caregivers, or nobody. */
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
