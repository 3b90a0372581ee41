import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '@/components/Avatar';
import { Button } from '@/components/Button';
import form from '@/components/form.module.css';
import { SettingsSection } from '@/components/SettingsSection';
import type { Caregiver, Child } from '@/domain/rows/household';
import { formatChildAge } from '@/hooks/formatChildAge';
import { useHousehold } from '@/hooks/useHousehold';
import { useNow } from '@/hooks/useNow';
import { useTranslation } from '@/i18n/useTranslation';
import { HOUR_MS } from '@/lib/time';
import { wallClockAt } from '@/lib/zone';
import { type PersonKind, PersonSheet } from './PersonSheet';
import styles from './settings.module.css';

/** The section of the children or of the caregivers, with a sheet that adds or changes one. */
export function People({ kind }: { kind: PersonKind }) {
  const { t } = useTranslation();
  const { children, caregivers, household } = useHousehold();
  const [editing, setEditing] = useState<Child | Caregiver | 'new' | null>(null);
  const people: (Child | Caregiver)[] = kind === 'children' ? children : caregivers;
  const archived = people.filter((person) => person.archived);
  const today = wallClockAt(useNow(HOUR_MS), household).day;

  const renderAge = (person: Child | Caregiver) => {
    const age = 'birthDate' in person ? formatChildAge(person, today, { t }) : null;
    return age && <span>{age}</span>;
  };
  const renderPerson = (person: Child | Caregiver) => (
    <li key={person.id}>
      <button type="button" className={styles.person} onClick={() => setEditing(person)}>
        <Avatar name={person.name} color={person.color} />
        <strong>{person.name}</strong>
        {renderAge(person)}
      </button>
    </li>
  );

  return (
    <SettingsSection title={t(`household.${kind}`)} hint={t(`household.${kind}Hint`)}>
      <ul className={styles.people}>{people.filter((person) => !person.archived).map(renderPerson)}</ul>
      <Button onClick={() => setEditing('new')}>
        <Plus aria-hidden="true" size={20} />
        {t(kind === 'children' ? 'household.addChild' : 'household.addCaregiver')}
      </Button>
      {archived.length > 0 && (
        <>
          <p className={form.hint}>{t('household.archived', { names: archived.map(({ name }) => name).join(', ') })}</p>
          <ul className={styles.people}>{archived.map(renderPerson)}</ul>
        </>
      )}
      {editing && (
        <PersonSheet
          kind={kind}
          person={editing === 'new' ? null : editing}
          today={today}
          onClose={() => setEditing(null)}
        />
      )}
    </SettingsSection>
  );
}
