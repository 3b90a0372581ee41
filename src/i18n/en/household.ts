export const household = {
  title: 'Household',
} as const;
