import { expect, it } from 'vitest';
import { formatChildAge } from '@/hooks/formatChildAge';
import { loadTranslation } from '@/i18n/useTranslation';
import { day } from '../support/factories';

const wordsIn = async (language: 'en' | 'fr') => {
  const words = await loadTranslation(language, []);
  await words.loadDayMessages();
  return words;
};
const [en, fr] = [await wordsIn('en'), await wordsIn('fr')];
const TODAY = day('2026-11-24');

it.each([
  ['2026-11-20', null, 'under a week', 'moins d’une semaine'],
  ['2026-11-17', null, '1 week', '1 semaine'],
  ['2026-06-20', null, '5 months', '5 mois'],
  ['2026-06-20', '2026-08-20', '5 months, 3 corrected', '5 mois, 3 corrigés'],
  ['2026-08-20', '2026-10-20', '3 months, 5 weeks corrected', '3 mois, 5 semaines corrigées'],
  ['2026-09-20', '2026-11-16', '9 weeks, 1 week corrected', '9 semaines, 1 semaine corrigée'],
  ['2026-09-20', '2026-11-20', '9 weeks, under a week corrected', '9 semaines, moins d’une semaine en âge corrigé'],
  ['2026-10-20', '2026-12-20', '5 weeks, before the due date', '5 semaines, avant le terme'],
  ['2024-08-20', '2024-10-20', '27 months', '27 mois'],
  ['2023-01-20', null, '3 years', '3 ans'],
])('a child born on %s and due on %s: %s', (birth, due, english, french) => {
  const child = { birthDate: day(birth), dueDate: due === null ? null : day(due) };
  expect(formatChildAge(child, TODAY, en)).toBe(english);
  expect(formatChildAge(child, TODAY, fr)).toBe(french);
});

it('says nothing of a child whose birth date is not known', () => {
  expect(formatChildAge({ birthDate: null, dueDate: day('2026-08-20') }, TODAY, en)).toBeNull();
});
