import { Choice } from '@/components/Choice';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Person } from '@/importers/plan/people';

interface CaregiverQuestionProps {
  /** As the files name whoever logged something. */
  name: string;
  answer: Person | null;
  onAnswer: (person: Person | null) => void;
}

/** Asks which caregiver somebody is who logged something in the files; nobody, if need be. */
export function CaregiverQuestion({ name, answer, onAnswer }: CaregiverQuestionProps) {
  const { t } = useTranslation();
  const { caregivers } = useHousehold();
  return (
    <Choice
      label={t('importing.who.caregiver', { name })}
      options={[
        ...caregivers.map((caregiver) => ({ value: caregiver.id, label: caregiver.name })),
        { value: 'new', label: t('importing.who.newNamed', { name }) },
        { value: 'none', label: t('importing.who.nobody') },
      ]}
      value={answer === null ? 'none' : 'id' in answer ? answer.id : 'new'}
      onPick={(value) => onAnswer(value === 'none' ? null : value === 'new' ? { name } : { id: value })}
    />
  );
}
