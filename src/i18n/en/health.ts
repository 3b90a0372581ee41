/** Illnesses, temperatures, medicine. */
export const health = {
  title: 'Illness and health',
  link: 'Illnesses, temperatures, medicine',
};
