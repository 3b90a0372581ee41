import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { peopleOf, type Rotation } from '@/domain/rota';
import { replacePerson } from '@/domain/rotaCycle';
import { useTranslation } from '@/i18n/useTranslation';
import styles from './rota.module.css';
import { useChangeRotation } from './useChangeRotation';
import { useRotaCaregivers } from './useRotaCaregivers';

/**
 * A notice for each archived caregiver who is still in the rotation, with one button per active
 * caregiver who can take over all those nights.
 */
export function FormerCaregivers({ rotation }: { rotation: Rotation }) {
  const { t } = useTranslation();
  const { active, isActive, caregiverOf } = useRotaCaregivers();
  const change = useChangeRotation();
  return peopleOf(rotation.slots)
    .filter((id) => !isActive(id))
    .map((id) => (
      <div key={id} className={styles.formerCaregiver} role="group" aria-labelledby={`gone-${id}`}>
        <p id={`gone-${id}`} className={controls.error}>
          {t('rota.gone', nameValues(caregiverOf(id)))}
        </p>
        {active.map((person) => (
          <Button key={person.id} onClick={() => change(replacePerson(rotation, id, person.id))}>
            <Avatar {...person} />
            {t('rota.takesOver', nameValues(person))}
          </Button>
        ))}
      </div>
    ));
}

const nameValues = ({ name }: { name: string }) => ({ name });
