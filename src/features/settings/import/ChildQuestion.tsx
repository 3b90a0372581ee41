import { Choice } from '@/components/Choice';
import { Field } from '@/components/Field';
import { useHousehold } from '@/hooks/useHousehold';
import { useTranslation } from '@/i18n/useTranslation';
import type { Person } from '@/importers/plan/people';
import styles from './import.module.css';

interface ChildQuestionProps {
  /** As the files name the child; null if they do not. */
  name: string | null;
  /** Undefined as long as nobody has answered. */
  answer: Person | null | undefined;
  onAnswer: (person: Person | null) => void;
}

/** Asks which child of the household a child of the files is. */
export function ChildQuestion({ name, answer, onAnswer }: ChildQuestionProps) {
  const { t } = useTranslation();
  const { children } = useHousehold();
  // A number is no name to give to a child.
  const isNamed = name !== null && !/^\d+$/.test(name);
  const question = isNamed ? 'child' : name === null ? 'childUnnamed' : 'childByNumber';
  const options = [
    ...children.map((child) => ({ value: child.id, label: child.name })),
    { value: 'new', label: isNamed ? t('importing.who.newNamed', { name }) : t('importing.who.newChild') },
    { value: 'none', label: t('importing.who.leaveOut') },
  ];
  const pick = (value: string) => {
    if (value === 'none') onAnswer(null);
    else onAnswer(value === 'new' ? { name: isNamed ? name : '' } : { id: value });
  };
  const value = answer === null ? 'none' : answer === undefined ? '' : 'id' in answer ? answer.id : 'new';
  return (
    <div className={styles.question}>
      <Choice
        label={t(`importing.who.${question}`, { name: name ?? '' })}
        options={options}
        value={value}
        onPick={pick}
      />
      {!isNamed && answer && 'name' in answer && (
        <Field
          label={t('importing.who.name')}
          error={null}
          value={answer.name}
          onChange={({ target }) => onAnswer({ name: target.value })}
        />
      )}
    </div>
  );
}
