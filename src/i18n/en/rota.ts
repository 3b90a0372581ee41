/** Who is on call when. */
export const rota = {
  pageTitle: 'On call',
  title: 'Rota',
} as const;
