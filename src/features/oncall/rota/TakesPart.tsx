import { Chip } from '@/components/Button';
import { PersonMark } from '@/components/PersonMark';
import { useWords } from '@/i18n/language';
import styles from './rota.module.css';
import { usePersons } from './usePersons';

interface TakesPartProps {
  order: readonly string[];
  onPick: (order: string[]) => void;
}

/** Which of three or more take turns. Two must, or nobody takes turns with anybody. */
export function TakesPart({ order, onPick }: TakesPartProps) {
  const { t } = useWords();
  const { active } = usePersons();
  return (
    <fieldset className={styles.part}>
      <legend>{t('rota.takesPart')}</legend>
      <div>
        {active.map((person) => {
          const isIn = order.includes(person.id);
          return (
            <Chip
              key={person.id}
              pressed={isIn}
              disabled={isIn && order.length <= 2}
              onClick={() => onPick(isIn ? order.filter((id) => id !== person.id) : [...order, person.id])}
            >
              <PersonMark {...person} />
              {person.name}
            </Chip>
          );
        })}
      </div>
    </fieldset>
  );
}
