import { Avatar } from '@/components/Avatar';
import { Chip } from '@/components/Button';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './rota.module.css';
import { useRotaCaregivers } from './useRotaCaregivers';

interface ParticipantsFieldProps {
  order: readonly string[];
  onPick: (order: string[]) => void;
}

/**
 * Chooses who takes turns, in households of three or more. At least two stay chosen, since a
 * rotation of one person is no rotation.
 */
export function ParticipantsField({ order, onPick }: ParticipantsFieldProps) {
  const { t } = useTranslation();
  const { active } = useRotaCaregivers();
  return (
    <fieldset className={styles.participants}>
      <legend>{t('rota.takesPart')}</legend>
      <div>
        {active.map((person) => {
          const isParticipant = order.includes(person.id);
          return (
            <Chip
              key={person.id}
              pressed={isParticipant}
              disabled={isParticipant && order.length <= 2}
              onClick={() => onPick(isParticipant ? order.filter((id) => id !== person.id) : [...order, person.id])}
            >
              <Avatar {...person} />
              {person.name}
            </Chip>
          );
        })}
      </div>
    </fieldset>
  );
}
