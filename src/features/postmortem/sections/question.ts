import { DAY_MS } from '@/lib/time';
import { type Section, textLine } from './sectionFormat';

/** The mandatory one. The night's day chooses, so that it is the same whenever it is asked, and another one tomorrow. */
export const questionSection: Section = ({ night }, { t }) => {
  const questions = t('postmortem.questions').split('\n');
  const days = Math.round(Date.parse(`${night}T00:00:00Z`) / DAY_MS);
  return [textLine('question.text', questions.at(days % questions.length) ?? '')];
};
