export const nights = {
  title: 'Nights',
} as const;
