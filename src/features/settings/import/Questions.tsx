import { Fold } from '@/components/Fold';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { Person } from '@/importers/plan/people';
import type { ImportAnswers } from '@/logWorker/importTasks';
import { ZoneSelect } from '../ZoneSelect';
import { CaregiverQuestion } from './CaregiverQuestion';
import { ChildQuestion } from './ChildQuestion';
import styles from './import.module.css';
import type { ReadImport } from './useImport';

interface QuestionsProps {
  read: ReadImport;
  answers: ImportAnswers;
  onAnswer: (change: Partial<ImportAnswers>) => void;
}

/** What the files do not say is asked; what they do say can be changed in a fold below. */
export function Questions({ read: { people, presets, hasWallTimes }, answers, onAnswer }: QuestionsProps) {
  const { t } = useTranslation();
  const names = new Map(people.described.map(({ key, name }) => [key, name]));
  const answerChild = (key: string | null, person: Person | null) =>
    onAnswer({ people: { ...answers.people, children: new Map([...answers.people.children, [key, person]]) } });
  const answerCaregiver = (name: string, person: Person | null) =>
    onAnswer({ people: { ...answers.people, caregivers: new Map([...answers.people.caregivers, [name, person]]) } });
  const childQuestion = (key: string | null) => (
    <ChildQuestion
      key={`child ${key}`}
      name={key === null ? null : (names.get(key) ?? key)}
      answer={answers.people.children.get(key)}
      onAnswer={(person) => answerChild(key, person)}
    />
  );
  const caregiverQuestion = (name: string) => (
    <CaregiverQuestion
      key={`caregiver ${name}`}
      name={name}
      answer={answers.people.caregivers.get(name) ?? null}
      onAnswer={(person) => answerCaregiver(name, person)}
    />
  );
  const isPreset = (name: string) => presets.caregivers.get(name) != null;
  const settled = [
    ...people.children.filter((key) => presets.children.has(key)).map(childQuestion),
    ...people.caregivers.filter(isPreset).map(caregiverQuestion),
  ];
  return (
    <>
      {people.children.filter((key) => !presets.children.has(key)).map(childQuestion)}
      {people.caregivers.filter((name) => !isPreset(name)).map(caregiverQuestion)}
      {(settled.length > 0 || hasWallTimes) && (
        <Fold title={t('importing.who.title')}>
          <div className={styles.questions}>
            {settled}
            {hasWallTimes && (
              <div className={form.field}>
                <span aria-hidden="true">{t('importing.who.zone')}</span>
                <ZoneSelect
                  label={t('importing.who.zone')}
                  value={answers.timeZone}
                  onPick={(timeZone) => onAnswer({ timeZone })}
                />
                <p className={form.hint}>{t('importing.who.zoneHint')}</p>
              </div>
            )}
          </div>
        </Fold>
      )}
    </>
  );
}
