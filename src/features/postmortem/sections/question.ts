import { DAY_MS } from '@/lib/time';
import { type Section, textLine } from './sectionFormat';

/**
 * The section with the question of the night. The day chooses the question, so that it stays the
 * same for one night and changes for the next.
 */
export const questionSection: Section = ({ night }, { t }) => {
  const questions = t('postmortem.questions').split('\n');
  const daysSinceEpoch = Math.round(Date.parse(`${night}T00:00:00Z`) / DAY_MS);
  return [textLine('question.text', questions.at(daysSinceEpoch % questions.length) ?? '')];
};
