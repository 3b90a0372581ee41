import { Button } from '@/components/Button';
import controls from '@/components/controls.module.css';
import { PersonMark } from '@/components/PersonMark';
import { peopleOf, type Rotation } from '@/domain/rota';
import { withReplaced } from '@/domain/rotaCycle';
import { useWords } from '@/i18n/language';
import styles from './rota.module.css';
import { useChangeRotation } from './useChangeRotation';
import { usePersons } from './usePersons';

/** Whoever is in the rota and no longer in the night: somebody takes over all their nights. */
export function Gone({ rotation }: { rotation: Rotation }) {
  const { t } = useWords();
  const { active, isThere, personOf } = usePersons();
  const change = useChangeRotation();
  return peopleOf(rotation.slots)
    .filter((id) => !isThere(id))
    .map((id) => (
      <div key={id} className={styles.gone} role="group" aria-labelledby={`gone-${id}`}>
        <p id={`gone-${id}`} className={controls.error}>
          {t('rota.gone', personName(personOf(id)))}
        </p>
        {active.map((person) => (
          <Button key={person.id} onClick={() => change(withReplaced(rotation, id, person.id))}>
            <PersonMark {...person} />
            {t('rota.takesOver', personName(person))}
          </Button>
        ))}
      </div>
    ));
}

const personName = ({ name }: { name: string }) => ({ name });
