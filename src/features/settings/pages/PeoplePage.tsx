import ChevronRight from 'lucide-react/icons/chevron-right';
import Plus from 'lucide-react/icons/plus';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import { RowGroup } from '@/components/rows/RowGroup';
import rows from '@/components/rows/rows.module.css';
import { SettingFrame } from '@/components/SettingFrame';
import type { Caregiver, Child } from '@/domain/rows/household';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import { type PersonKind, PersonSheet } from '../PersonSheet';
import { useAgeText } from '../useAgeText';

export const ChildrenPage = () => <PeoplePage kind="children" />;
export const CaregiversPage = () => <PeoplePage kind="caregivers" />;

/** The children or the caregivers, with a sheet that adds or changes one. */
function PeoplePage({ kind }: { kind: PersonKind }) {
  const { t } = useTranslation();
  const { children, caregivers } = useHousehold();
  const formatAge = useAgeText();
  const [editing, setEditing] = useState<Child | Caregiver | 'new' | null>(null);
  const people: readonly (Child | Caregiver)[] = kind === 'children' ? children : caregivers;
  const archived = people.filter((person) => person.archived);

  const renderPerson = (person: Child | Caregiver) => {
    // Hues belong to caregivers.
    const isChild = 'birthDate' in person;
    const age = isChild ? formatAge(person) : null;
    return (
      <li key={person.id}>
        <button type="button" className={rows.row} onClick={() => setEditing(person)}>
          {isChild ? <Avatar name={person.name} /> : <Avatar name={person.name} color={person.color} />}
          <span className={rows.words}>
            <span className={rows.title}>{person.name}</span> {age && <span className={rows.state}>{age}</span>}
          </span>
          <ChevronRight aria-hidden="true" size={20} />
        </button>
      </li>
    );
  };

  return (
    <SettingFrame title={t(`household.${kind}`)} hint={t(`household.${kind}Hint`)}>
      <RowGroup>{people.filter((person) => !person.archived).map(renderPerson)}</RowGroup>
      <Button onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t(kind === 'children' ? 'household.addChild' : 'household.addCaregiver')}
      </Button>
      {archived.length > 0 && <RowGroup title={t(`household.archived.${kind}`)}>{archived.map(renderPerson)}</RowGroup>}
      {editing && (
        <PersonSheet kind={kind} person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </SettingFrame>
  );
}
