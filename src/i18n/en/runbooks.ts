/** The steps the one who is up goes through. */
export const runbooks = {
  title: 'Runbooks',
} as const;
