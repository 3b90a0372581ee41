/** The morning after: what only daylight can repair. */
export const review = {
  title: 'Morning review',
};
