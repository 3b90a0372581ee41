import { Choice } from '@/components/Choice';
import { PersonMark } from '@/components/PersonMark';
import { useWords } from '@/i18n/language';
import { usePersons } from './usePersons';

interface PersonChoiceProps {
  label: string;
  /** Ids, in the order in which they are offered. */
  among: readonly string[];
  orNobody?: boolean;
  /** Somebody who is not offered is not pressed, either: they left. */
  value: string | null;
  onPick: (id: string | null) => void;
}

/** One of the caregivers, or nobody. */
export function PersonChoice({ label, among, orNobody = false, value, onPick }: PersonChoiceProps) {
  const { t } = useWords();
  const { personOf } = usePersons();
  const options = among.map((id) => {
    const person = personOf(id);
    return {
      value: id as string | null,
      label: (
        <>
          <PersonMark {...person} />
          {person.name}
        </>
      ),
    };
  });
  if (orNobody) options.push({ value: null, label: <>{t('rota.nobody')}</> });
  return <Choice label={label} options={options} value={value} onPick={onPick} />;
}
