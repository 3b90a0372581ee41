/** What recurs, in plain words. */
export const patterns = {
  title: 'What recurs',
};
