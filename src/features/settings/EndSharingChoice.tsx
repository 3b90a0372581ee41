import { AskFailureText } from '@/components/AskFailureText';
import { Choice } from '@/components/Choice';
import form from '@/components/form.module.css';
import { useTranslation } from '@/i18n/useTranslation';
import type { SharingEnd, useEndSharing } from './useEndSharing';

/** For each question: its answers, with the words for each. */
const QUESTIONS = {
  eraseAll: [
    ['leave', 'phones.eraseAll.here', 'phones.eraseAll.hereText'],
    ['erase', 'phones.eraseAll.server', 'phones.eraseAll.serverText'],
  ],
  restore: [
    ['leave', 'phones.restore.here', 'phones.restore.hereText'],
    ['stay', 'phones.restore.everybody', 'phones.restore.everybodyText'],
  ],
} as const satisfies Record<string, readonly (readonly [SharingEnd, string, string])[]>;

interface EndSharingChoiceProps {
  question: keyof typeof QUESTIONS;
  sharing: ReturnType<typeof useEndSharing>;
}

/** Asks for whom the log goes while other phones share it; nothing while none does. */
export function EndSharingChoice({ question, sharing }: EndSharingChoiceProps) {
  const { t } = useTranslation();
  const { isShared, end, setEnd, failure } = sharing;
  if (!isShared) return <AskFailureText failure={failure} />;
  const answers = QUESTIONS[question];
  const [, , text] = answers.find(([value]) => value === end) ?? answers[0];
  return (
    <>
      <Choice
        label={t(`phones.${question}.label`)}
        options={answers.map(([value, label]) => ({ value, label: t(label) }))}
        value={end}
        onPick={setEnd}
      />
      <p className={form.hint}>{t(text)}</p>
      <AskFailureText failure={failure} />
    </>
  );
}
